import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blobId } from '../../../src/cache/blob-id.ts';
import { ParsedFiles } from '../../../src/cache/parsed-files.ts';
import { VerdictMemory } from '../../../src/cache/verdict-memory.ts';
import { runChecks } from '../../../src/check/run-checks.ts';
import type { RunOptions } from '../../../src/check/run-checks.ts';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';
import type { Entry, Snapshot } from '../../../src/snapshot/snapshot.ts';
import { contract, mapping } from '../../support/check-memory.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const files = {
  'contractgate-hook.yaml': mapping,
  'c/t.yaml': contract,
  'f/t/one.json': '{"a":1}',
  'f/t/none.json': '[]',
  'f/t/lines.ndjson': '{"a":1}\n{"a":2}\n',
  'notes.txt': '',
};
type Files = Readonly<Record<string, string>>;

/** Files as git knows them, and how often they were listed. */
function listed(contents: Files, loose: readonly string[] = []): { snapshot: Snapshot; lists: () => number } {
  const inMemory = memorySnapshot(new Map(Object.entries(contents)));
  let lists = 0;
  const entries = async (): Promise<Entry[]> => {
    const all = await inMemory.list();
    return all.map((entry) => {
      const bytes = Buffer.from(contents[entry.path] ?? '');
      return loose.includes(entry.path)
        ? entry
        : { ...entry, unchangedOid: blobId(bytes.length).update(bytes).digest() };
    });
  };
  const snapshot: Snapshot = {
    ...inMemory,
    list() {
      lists++;
      return entries();
    },
    async outline() {
      // As if all but fixtures were ignored by git.
      const told = (await entries()).filter(({ path }) => path.startsWith('f/'));
      return { listing: Buffer.from(JSON.stringify(told)), loose: () => Promise.resolve(loose) };
    },
  };
  return { snapshot, lists: () => lists };
}

/** The report of a run, and whether it looked at the files one by one. */
async function run(contents: Files, loose: readonly string[] = [], options: Partial<RunOptions> = {}) {
  const { snapshot, lists } = listed(contents, loose);
  const verdicts = new VerdictMemory(folder.path, '1.0.0');
  const memory = { verdicts, parsed: new ParsedFiles(folder.path, '1.0.0') };
  const {
    durationMs: _,
    checks,
    ...report
  } = await runChecks({ snapshot, files: 'all', changes: [] }, { showValues: false, memory, ...options });
  verdicts.keep();
  return {
    looked: lists() > 0,
    report: { ...report, checks: checks.map((check) => ({ ...check, locate: undefined })) },
  };
}

const kept = () => join(folder.path, 'runs');

test('a run that is the same as an earlier one looks at nothing, and says the same', async () => {
  const first = await run(files);
  expect(first.looked).toBe(true);
  expect(first.report.checks).toHaveLength(3);
  expect(await run(files)).toEqual({ ...first, looked: false });
  // Nor does it look at what has no part in it.
  expect(await run(files, ['notes.txt', 'elsewhere.json'])).toEqual({ ...first, looked: false });
});

describe('a run is not the same', () => {
  test.each<[string, Files, readonly string[], Partial<RunOptions>]>([
    ['when a fixture is other content', { ...files, 'f/t/one.json': '{"a":2}' }, [], {}],
    ['when there is another file', { ...files, 'f/t/two.json': '{"a":1}' }, [], {}],
    [
      'when a contract is other content, which git does not tell',
      { ...files, 'c/t.yaml': `${contract}# Word.\n` },
      [],
      {},
    ],
    ['when the mapping file is other content', { ...files, 'contractgate-hook.yaml': `${mapping}# Word.\n` }, [], {}],
    ['when there is a baseline', { ...files, 'contractgate-hook.baseline.ndjson': '' }, [], {}],
    ['when nobody knows of a fixture', files, ['f/t/one.json'], {}],
    [
      'when letter case alone keeps a file from being a fixture',
      { ...files, 'F/t/two.json': '{}' },
      ['F/t/two.json'],
      {},
    ],
    ['under other options', files, [], { strict: true }],
    ['under another limit', files, [], { maxFileSize: 1 }],
    ['in a part', files, [], { shard: { index: 1, count: 2 } }],
    ['where every event is wanted', files, [], { observe() {} }],
  ])('%s', async (_, others, loose, options) => {
    await run(files);
    expect((await run(files)).looked).toBe(false);
    expect((await run(others, loose, options)).looked).toBe(true);
  });
});

test.each<[string, Files]>([
  ['a fixture violates', { ...files, 'f/t/wrong.json': '{"a":"x"}' }],
  ['a fixture cannot be judged', { ...files, 'f/t/what.txt': '' }],
  ['a contract is refused', { ...files, 'c/u.yaml': '}', 'f/u/x.json': '{}' }],
  [
    'a clock decides',
    {
      ...files,
      'contractgate-hook.yaml': `${mapping}freshness: now\n`,
      'c/t.yaml': `${contract}quality:\n  - { field: a, type: freshness, max_age_seconds: 9999999999 }\n`,
    },
  ],
  ['nothing is mapped', { 'contractgate-hook.yaml': mapping }],
])('nothing is kept where %s', async (_, contents) => {
  await run(contents);
  expect(existsSync(kept())).toBe(false);
});

test('a file that is broken, or that of another run, is no answer', async () => {
  const first = await run(files);
  await run({ ...files, 'f/t/one.json': '{"a":2}' });
  const paths = readdirSync(kept()).map((name) => join(kept(), name));
  expect(paths).toHaveLength(2);
  const [one = '', two = ''] = paths;
  const texts = paths.map((path) => readFileSync(path));
  const spoil: readonly (() => void)[] = [
    () => {
      renameSync(one, `${one}.`);
      renameSync(two, one);
      renameSync(`${one}.`, two);
    },
    () => paths.forEach((path, index) => writeFileSync(path, texts[index]?.subarray(0, 90) ?? '')),
    () => paths.forEach((path, index) => writeFileSync(path, Buffer.from(texts[index] ?? '').fill(1, 80, 90))),
    () => paths.forEach((path) => writeFileSync(path, '')),
    () => rmSync(kept(), { recursive: true }),
  ];
  for (const change of spoil) {
    change();
    expect(await run(files)).toEqual(first);
    await run({ ...files, 'f/t/one.json': '{"a":2}' });
  }
});

test('of many runs the last eight are kept', async () => {
  for (let index = 0; index < 12; index++) await run({ ...files, 'f/t/one.json': `{"a":${index}}` });
  expect(readdirSync(kept())).toHaveLength(8);
});
