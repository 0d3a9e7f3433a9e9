// npm run bench [-- --json] [-- --runs 15]: whole processes and in-process loops, interleaved, as ratios against a floor.
import { parseArgs } from 'node:util';
import { measure, summarizeRuns } from './measure.mjs';
import { hookCases } from './hook-cases.mjs';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '15' } },
});
const runs = Math.max(9, Number(values.runs));

const groups = [await hookCases()];
const results = [];
try {
  for (const { title, cases } of groups) {
    const samples = await measure(cases, runs);
    results.push({ title, rows: summarizeRuns(cases, samples) });
  }
} finally {
  for (const group of groups) await group.dispose();
}

if (values.json) {
  console.log(
    JSON.stringify({ node: process.version, platform: `${process.platform}-${process.arch}`, runs, results }, null, 2),
  );
} else {
  for (const { title, rows } of results) {
    console.log(`\n${title} (${runs} interleaved runs, Node ${process.version})\n`);
    console.table(
      Object.fromEntries(
        rows.map(({ name, min, median, max, ratio }) => [
          name,
          {
            'min ms': min.toFixed(1),
            'median ms': median.toFixed(1),
            'max ms': max.toFixed(1),
            ratio: ratio.toFixed(2),
          },
        ]),
      ),
    );
  }
}
