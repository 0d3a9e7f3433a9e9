import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { build } from 'esbuild';
import { contract as contractText, makeEvents, schema } from './events.mjs';

const count = 200_000;

/** One thread, in process: the library on valid and on broken events, against ajv 8 with all errors and JSON.parse. */
export async function* tables() {
  const { Contract, compileContract, parseContract } = await library();
  const contract = Contract.fromYaml(contractText).compile();
  const { validator } = compileContract(parseContract(contractText).contract);
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const ajvErrors = (event) => (validate(event) ? 0 : validate.errors.length);

  const events = makeEvents(count);
  const lines = events.map((event) => JSON.stringify(event));
  const broken = events.map((event) => ({ ...event, event_type: 'delete', timestamp: -1 }));
  const brokenLines = broken.map((event) => JSON.stringify(event));

  yield {
    title: `${count} parsed valid events`,
    found: 0,
    cases: [
      counting('ajv 8', events, ajvErrors),
      counting('the verdict alone', events, (event) => validator.check(event).length),
      counting(
        'validate(), which also reads the clock twice',
        events,
        (event) => contract.validate(event).violations.length,
      ),
    ],
  };
  yield {
    title: `${count} valid events as text`,
    found: 0,
    cases: [
      counting('JSON.parse + ajv 8', lines, (line) => ajvErrors(JSON.parse(line))),
      counting('validateJson()', lines, (line) => contract.validateJson(line).violations.length),
    ],
  };
  yield {
    title: `${count} events that violate two rules each, messages rendered`,
    found: 2 * count,
    cases: [
      counting('JSON.parse', brokenLines, (line) => (JSON.parse(line) === null ? 1 : 2)),
      counting('validate()', broken, (event) => contract.validate(event).violations.length),
    ],
  };
}

/** The library as it is published, and the validator inside it. */
async function library() {
  const root = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'contractgate-bench-'));
  try {
    const outfile = join(folder, 'library.mjs');
    const contents = `export { Contract } from './src/index.ts';
      export { parseContract } from './src/contract/parse-contract.ts';
      export { compileContract } from './src/validation/compile-contract.ts';`;
    const stdin = { contents, resolveDir: root, loader: 'ts' };
    await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', mainFields: ['module', 'main'] });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case that goes through all items, and tells how many violations it found. */
function counting(name, items, violationsOf) {
  return {
    name,
    items: items.length,
    run() {
      let found = 0;
      for (const item of items) found += violationsOf(item);
      return found;
    },
  };
}
