// npm run bench [-- --json] [-- --runs 15]: whole processes and in-process loops, interleaved, as ratios to a floor.
import { parseArgs } from 'node:util';
import { hookCases } from './hook-cases.mjs';
import { measure, summarizeRuns } from './measure.mjs';
import { validateGroups } from './validate-cases.mjs';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '15' } },
});
const runs = Math.max(9, Number(values.runs));

const groups = [hookCases(), ...(await validateGroups())];
const results = [];
try {
  for (const { title, cases } of groups) {
    results.push({ title, rows: summarizeRuns(cases, await measure(cases, runs)) });
  }
} finally {
  for (const { dispose } of groups) dispose?.();
}

if (values.json) {
  const { version, platform, arch } = process;
  console.log(JSON.stringify({ node: version, platform, arch, runs, results }, null, 2));
} else {
  console.log(
    `${runs} interleaved runs, Node ${process.version}; ratios are of medians, to the first row of each table`,
  );
  for (const { title, rows } of results) {
    console.log(`\n${title}`);
    console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figuresText(figures)])));
  }
}

function figuresText({ min, median, max, ratio, events }) {
  return {
    'min ms': min.toFixed(1),
    'median ms': median.toFixed(1),
    'max ms': max.toFixed(1),
    ratio: ratio.toFixed(2),
    ...(events && { 'events/s': Math.round((events / median) * 1000).toLocaleString('en-US') }),
  };
}
