import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import webhooks from '@octokit/webhooks-examples' with { type: 'json' };
import { Ajv } from 'ajv';
import { build } from 'esbuild';
import { contract as contractText, makeEvents, schema } from './events.mjs';

const count = 200_000;

/** One thread, in process: the library on valid and on broken events, against JSON.parse and validators that tell all errors. */
export async function* tables({ peers }) {
  const { Contract, EventJudge, compileContract, parseContract, readNdjson } = await library();
  const contract = Contract.fromYaml(contractText).compile();
  const anything = Contract.fromYaml('version: "1"\nname: any\nontology: { entities: [] }\n').compile();
  const { validator } = compileContract(parseContract(contractText).contract);
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const ajvErrors = (event) => (validate(event) ? 0 : validate.errors.length);
  const others = peers === undefined ? [] : await otherValidators(peers);

  const lines = makeEvents(count).map((event) => JSON.stringify(event));
  // Parsed, since V8 keeps the texts that makeEvents joins in pieces.
  const events = lines.map((line) => JSON.parse(line));
  const broken = events.map((event) => ({ ...event, event_type: 'delete', timestamp: -1 }));
  const brokenLines = broken.map((event) => JSON.stringify(event));

  yield {
    title: `${count} parsed valid events`,
    found: 0,
    cases: [
      counting('ajv 8', events, ajvErrors),
      counting('the verdict alone', events, (event) => validator.check(event).length, { target: 1.11 }),
      counting('validate()', events, (event) => contract.validate(event).violations.length, { target: 1.11 }),
      ...others.map(([name, errors]) => counting(name, events, errors)),
    ],
  };
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const loaded = { path: '', text: contractText, contract: validator.contract, validator };
  yield {
    title: `${count} valid events as NDJSON, in memory`,
    found: 0,
    cases: [
      {
        name: 'JSON.parse + ajv 8, line by line',
        items: count,
        run: () => countIn(bytes.toString().split('\n'), (line) => (line === '' ? 0 : ajvErrors(JSON.parse(line)))),
      },
      {
        name: 'the events of a file, judged',
        items: count,
        target: 1.05,
        async run() {
          const judge = new EventJudge('', { expect: 'pass' }, [loaded], { now: undefined, showValues: false });
          for await (const batch of readNdjson(blocksOf(bytes))) for (const event of batch) judge.judge(event);
          return judge.finish().failedEvents;
        },
      },
    ],
  };
  yield {
    title: `${count} valid events as texts, one call each`,
    found: 0,
    cases: [
      counting('JSON.parse + ajv 8', lines, (line) => ajvErrors(JSON.parse(line))),
      counting('validateJson()', lines, (line) => contract.validateJson(line).violations.length),
    ],
  };
  const payloads = webhooks.flatMap(({ examples }) => examples).map((payload) => JSON.stringify(payload));
  yield {
    title: `${payloads.length} payloads of GitHub webhooks, ${Math.round(payloads.join('').length / payloads.length)} bytes each`,
    cases: [
      counting('JSON.parse', payloads, (text) => (JSON.parse(text) === null ? 1 : 0)),
      counting('validateJson(), of a contract that asks for nothing', payloads, (text) => {
        return anything.validateJson(text).violations.length;
      }),
    ],
  };
  yield {
    title: `${count} events that violate two rules each, messages rendered`,
    found: 2 * count,
    cases: [
      counting('JSON.parse', brokenLines, (line) => (JSON.parse(line) === null ? 1 : 2)),
      counting('validate()', broken, (event) => contract.validate(event).violations.length),
      counting('ajv 8', broken, ajvErrors),
      ...others.map(([name, errors]) => counting(name, broken, errors)),
    ],
  };
}

/** What they make of the same schema: how many errors an event has, all of them told. */
async function otherValidators(peers) {
  const [{ Compile }, ata] = await Promise.all([peers.load('typebox/schema'), peers.load('ata-validator')]);
  const typebox = Compile(schema);
  const validator = new (ata.Validator ?? ata.default.Validator)(schema);
  return [
    ['typebox 1', (event) => (typebox.Check(event) ? 0 : typebox.Errors(event)[1].length)],
    ['ata-validator 1', (event) => validator.validate(event).errors.length],
  ];
}

/** The library as it is published, and the validator inside it. */
async function library() {
  const root = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'contractgate-bench-'));
  try {
    const outfile = join(folder, 'library.mjs');
    const contents = `export { Contract } from './src/index.ts';
      export { parseContract } from './src/contract/parse-contract.ts';
      export { compileContract } from './src/validation/compile-contract.ts';
      export { readNdjson } from './src/event/read-ndjson.ts';
      export { EventJudge } from './src/check/judge-events.ts';`;
    const stdin = { contents, resolveDir: root, loader: 'ts' };
    await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', mainFields: ['module', 'main'] });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case that goes through all items, and tells how many violations it found. */
function counting(name, items, violationsOf, aim) {
  return { name, items: items.length, run: () => countIn(items, violationsOf), ...aim };
}

function countIn(items, violationsOf) {
  let found = 0;
  for (const item of items) found += violationsOf(item);
  return found;
}

/** As a file is read. */
function* blocksOf(bytes) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}
