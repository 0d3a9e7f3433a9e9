import { createWriteStream, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { contract, makeEvents, mapping, schema } from './events.mjs';
import { measure, summarizeRuns } from './measure.mjs';
import { peakMegabytes, withPeak } from './peak.mjs';
import { benchFolder, node, program } from './repository.mjs';

const count = 200_000;

/** Reads in blocks and parses line by line, which is as fast as Node gets. */
const readAndParse = `const { openSync, readSync } = require('node:fs');
const file = openSync(process.argv[1]);
const block = Buffer.alloc(65536);
let rest = '';
for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
  const text = rest + block.toString('utf8', 0, length);
  let start = 0;
  for (let end = text.indexOf('\\n'); end !== -1; end = text.indexOf('\\n', start)) {
    JSON.parse(text.slice(start, end));
    start = end + 1;
  }
  rest = text.slice(start);
}`;

/** Files of lines: against the floor and the native peer, which judges the same events; then by the number of events. */
export async function* tables({ peers, runs }) {
  const folder = benchFolder();
  try {
    folder.write('contracts/user_events.yaml', contract);
    folder.write(
      'contractgate-hook.yaml',
      `${mapping}  - { files: "*.jsonl", contract: contracts/user_events.yaml }\n`,
    );
    folder.write('schema.json', JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }));
    await writeEvents(join(folder.root, 'valid.jsonl'), count);
    await writeEvents(join(folder.root, 'broken.jsonl'), count, 40);
    yield valid(folder.root, peers);
    yield broken(folder.root, peers);
    yield await growth(folder.root, runs);
  } finally {
    folder.dispose();
  }
}

/** Every so manieth event is broken, if any. */
async function writeEvents(path, events, everyBroken = 0) {
  const file = createWriteStream(path);
  const slice = 100_000;
  for (let from = 0; from < events; from += slice) {
    const lines = makeEvents(Math.min(slice, events - from), from + 1).map((event, index) =>
      JSON.stringify(
        everyBroken > 0 && (from + index) % everyBroken === 1 ? { ...event, event_type: 'delete' } : event,
      ),
    );
    if (!file.write(`${lines.join('\n')}\n`)) await new Promise((resolve) => file.once('drain', resolve));
  }
  file.end();
  await finished(file);
}

/** Outside of a repository no verdict is kept, only the compiled program. */
const check = (cwd, ...args) => ({ command: node, args: [program, ...args], cwd });

const holds = ({ stdout }) => (/200,000 events in 1 file .*all hold/.test(stdout) ? 0 : -1);

function valid(cwd, peers) {
  const native =
    peers === undefined
      ? []
      : [
          nativeCase(peers, cwd, 'jsonschema (native), exhaustive', ['validate']),
          nativeCase(peers, cwd, 'jsonschema (native), --fast', ['validate', '--fast']),
        ];
  const [first] = native;
  return {
    title: 'NDJSON, 200,000 valid events',
    found: 0,
    cases: [
      {
        name: 'node that reads lines and JSON.parses them',
        command: node,
        args: ['-e', readAndParse, 'valid.jsonl'],
        cwd,
      },
      {
        name: 'contractgate-hook, one thread',
        ...check(cwd, '--threads', '1', 'valid.jsonl'),
        found: holds,
        target: 1.25,
        items: count,
      },
      {
        name: 'contractgate-hook, all threads',
        ...check(cwd, 'valid.jsonl'),
        found: holds,
        ahead: first?.name,
        items: count,
      },
      ...native,
    ],
  };
}

/** Whether it has read every event, and how many it refuses. */
function nativeCase(peers, cwd, name, args, file = 'valid.jsonl', status = 0) {
  return {
    name,
    command: peers.jsonschema,
    args: [...args, 'schema.json', file],
    cwd,
    status,
    items: count,
    found({ stdout, stderr }) {
      const [, all, failed] = /(\d+) validated, \d+ passed, (\d+) failed/.exec(stdout + stderr) ?? [];
      return Number(all) === count ? Number(failed) : -1;
    },
  };
}

function broken(cwd, peers) {
  const name = 'jsonschema (native), --continue';
  return {
    title: 'NDJSON, 200,000 events of which 5,000 have a violation, all told',
    found: 5000,
    cases: [
      {
        name: 'node that reads lines and JSON.parses them',
        command: node,
        args: ['-e', readAndParse, 'broken.jsonl'],
        cwd,
      },
      {
        name: 'contractgate-hook --format concise',
        ...check(cwd, '--format', 'concise', 'broken.jsonl'),
        status: 1,
        items: count,
        found: ({ stdout }) => stdout.split('\n').length - 1,
        ahead: name,
      },
      ...(peers === undefined ? [] : [nativeCase(peers, cwd, name, ['validate', '--continue'], 'broken.jsonl', 2)]),
    ],
  };
}

/** How many events there are, and how often they are checked: a run of the last ones takes some ten seconds. */
const sizes = [{ size: 10_000 }, { size: 100_000 }, { size: 1_000_000 }, { size: 10_000_000, mostRuns: 3 }];

/**
 * What an event costs besides the start, which a file of one event tells in the same rounds, and the most memory ever used. The
 * floor grows as well: V8 compiles while it runs.
 */
async function growth(cwd, runs) {
  const rows = [];
  await writeEvents(join(cwd, '1.jsonl'), 1);
  for (const { size, mostRuns = runs } of sizes) {
    const path = join(cwd, `${size}.jsonl`);
    await writeEvents(path, size);
    const peaks = [];
    const cases = [1, size].flatMap((events) => {
      const file = `${events}.jsonl`;
      return [
        withPeak({ name: file, ...check(cwd, '--threads', '1', file) }, (peak) => events > 1 && peaks.push(peak)),
        { name: `floor ${file}`, command: node, args: ['-e', readAndParse, file], cwd },
      ];
    });
    const times = Math.min(runs, mostRuns);
    const [start, floorStart, all, floor] = summarizeRuns({ cases }, await measure({ cases }, times));
    rmSync(path);
    const perEvent = (milliseconds) => Math.round((milliseconds / size) * 1e6);
    rows.push({
      name: `${size.toLocaleString('en-US')} events`,
      'ns per event': perEvent(all.median - start.median),
      'with the start': perEvent(all.median),
      'JSON.parse alone': perEvent(floor.median - floorStart.median),
      'peak MB': Math.round(Math.max(...peaks)),
      runs: times,
    });
  }
  const costs = rows.map((row) => row['ns per event']);
  const flat = Math.max(...costs) / Math.min(...costs);
  rows.at(-1).aims = [
    { aim: 'time per event within 15 %', met: flat <= 1.15 },
    { aim: `peak under ${peakMegabytes} MB`, met: rows.every((row) => row['peak MB'] < peakMegabytes) },
  ];
  return { title: 'Growth: one thread, by the number of events, the start subtracted', rows };
}
