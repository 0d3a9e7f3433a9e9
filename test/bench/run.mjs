// npm run bench [-- --only commit,ndjson] [-- --runs 15] [-- --json] [-- --no-peers]
//
// Whole processes and in-process loops, interleaved, as ratios to the first row of each table. A group is a module whose
// `tables({ peers, runs })` yields one table after the other (see measure.mjs), or `{ title, rows }` of figures that are not
// times; what it makes it removes when the next one is asked for.
import { parseArgs } from 'node:util';
import { measure, summarizeRuns } from './measure.mjs';
import { installPeers } from './peers.mjs';
import { printTable } from './print.mjs';

const groups = {
  commit: () => import('./commit.mjs'),
  git: () => import('./git.mjs'),
  files: () => import('./files.mjs'),
  ndjson: () => import('./ndjson.mjs'),
  reports: () => import('./reports.mjs'),
  validate: () => import('./validate.mjs'),
  size: () => import('./size.mjs'),
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    peers: { type: 'boolean', default: true },
    runs: { type: 'string', default: '11' },
  },
  allowNegative: true,
});
const runs = Math.max(9, Number(values.runs));
const names = values.only?.split(',') ?? Object.keys(groups);
const unknown = names.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);

const peers = values.peers ? installPeers() : undefined;
const results = [];
if (!values.json) {
  console.log(
    `${runs} interleaved runs, Node ${process.version}; ratios are of medians, to the first row of each table`,
  );
}
for (const name of names) {
  const { tables } = await groups[name]();
  for await (const table of tables({ peers, runs })) {
    const rows = table.rows ?? summarizeRuns(table, await measure(table, runs));
    results.push({ group: name, title: table.title, rows });
    if (!values.json) printTable(table.title, rows);
  }
}
if (values.json) {
  const { version, platform, arch } = process;
  const date = new Date().toISOString().slice(0, 10);
  console.log(JSON.stringify({ node: version, platform, arch, date, runs, peers: peers?.versions, results }, null, 2));
}
