import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Baseline, BaselineRecorder } from '../../../src/baseline/baseline.ts';
import { baselineText, parseBaseline } from '../../../src/baseline/baseline-file.ts';
import { keyOf } from '../../../src/baseline/entry.ts';
import type { BaselineEntry } from '../../../src/baseline/entry.ts';
import { fingerprint } from '../../../src/baseline/fingerprint.ts';
import { Float } from '../../../src/json-value.ts';
import { checkMemory } from '../../support/check-memory.ts';
import type { Files } from '../../support/check-memory.ts';

const path = 'contractgate-hook.baseline.ndjson';
const base = {
  'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*.*", contract: c.yaml }\n',
  'c.yaml': `version: "1"
name: t
ontology:
  entities:
    - { name: a, type: integer, max: 9 }
    - { name: b, type: string, required: false, transform: { kind: hash } }
`,
};

async function recorded(files: Files): Promise<string> {
  const recorder = new BaselineRecorder();
  await checkMemory(files, { record: recorder.recognise });
  return baselineText(recorder.entries);
}

/** `known/new`, after a baseline of some files was recorded and others are checked. */
async function outcome(before: Files, after: Files): Promise<string> {
  const report = await checkMemory({ ...base, ...after, [path]: await recorded({ ...base, ...before }) });
  expect(report.problems).toEqual([]);
  const known = report.checks.reduce((sum, check) => sum + (check.known ?? 0), 0);
  const fresh = report.checks.reduce((sum, check) => sum + check.violations.length, 0);
  expect(report.checks.every(({ passed }) => passed)).toBe(fresh === 0);
  return `${known}/${fresh}`;
}

describe('a baseline', () => {
  it.each([
    ['the same', '{"a":10}\n{"a":1}\n{}\n', '{"a":10}\n{"a":1}\n{}\n', '2/0'],
    ['moved to other lines', '{"a":10}\n{}\n', '{}\n\n{"a":1}\n{"a":10}\n', '2/0'],
    ['laid out otherwise', '{"a":10,"x":[1]}\n', '{ "x": [ 1 ], "a": 10 }\n', '1/0'],
    ['one more of the same', '{"a":10}\n', '{"a":10}\n{"a":10}\n', '1/1'],
    ['another value in the event', '{"a":10}\n', '{"a":11}\n', '0/1'],
    ['another member in the event', '{"a":10}\n', '{"a":10,"x":1}\n', '0/1'],
    ['another kind', '{"a":10}\n', '{"a":"10"}\n', '0/1'],
    ['an integer that is a float now', '{"a":10,"x":1}\n', '{"a":10,"x":1.0}\n', '0/1'],
    ['a text that cannot be read', '{"a":\n', '{"a":1}\n{"a":\n', '1/0'],
    ['mended', '{"a":10}\n', '{"a":1}\n', '0/0'],
  ])('%s', async (_, before, after, expected) => {
    expect(await outcome({ 'f/x.ndjson': before }, { 'f/x.ndjson': after })).toBe(expected);
  });

  it('is of one file under one contract', async () => {
    expect(await outcome({ 'f/x.ndjson': '{}\n' }, { 'f/y.ndjson': '{}\n' })).toBe('0/1');
    const other = {
      'contractgate-hook.yaml': base['contractgate-hook.yaml'].replace('c.yaml', 'd.yaml'),
      'd.yaml': base['c.yaml'],
    };
    expect(await outcome({ 'f/x.ndjson': '{}\n' }, { ...other, 'f/x.ndjson': '{}\n' })).toBe('0/1');
  });

  it('knows records of an envelope one by one', async () => {
    const envelope = { 'c.yaml': `${base['c.yaml']}envelope: { records_path: data }\n` };
    const before = { ...envelope, 'f/x.json': '{"data":[{"a":10},{"a":1}]}' };
    expect(await outcome(before, { ...envelope, 'f/x.json': '{"data":[{"a":1},{"a":2},{"a":10}]}' })).toBe('1/0');
    expect(await outcome(before, { ...envelope, 'f/x.json': '{"data":[{"a":11},{"a":10}]}' })).toBe('1/1');
  });

  it('knows the events of a negative fixture that pass', async () => {
    const negative = { 'contractgate-hook.yaml': base['contractgate-hook.yaml'].replace(' }', ', expect: fail }') };
    const before = { ...negative, 'f/x.ndjson': '{"a":1}\n{"a":10}\n' };
    expect(await outcome(before, { ...negative, 'f/x.ndjson': '{"a":1}\n{"a":2}\n' })).toBe('1/1');
    expect(await outcome({ ...negative, 'f/x.json': '[]' }, { ...negative, 'f/x.json': '[]' })).toBe('1/0');
  });

  it('has no value in it', async () => {
    const text = await recorded({ ...base, 'f/x.ndjson': '{"a":424242,"b":"hunter2","c":"hunter3"}\n{"hunter4\n' });
    expect(text.split('\n')).toHaveLength(4);
    expect(text).not.toMatch(/424242|hunter/);
  });

  it('says which of it is no longer there, of the files that were looked at', async () => {
    const baseline = await recorded({ ...base, 'f/x.ndjson': '{}\n{}\n', 'f/y.ndjson': '{"a":10}\n' });
    const after = { ...base, 'f/x.ndjson': '{}\n', 'f/y.ndjson': '{"a":1}\n', [path]: baseline };
    const all = await checkMemory(after);
    expect(all.notes).toEqual([expect.stringContaining('2 violations of the baseline are no longer there')]);
    const some = await checkMemory(after, { changed: ['f/x.ndjson'] });
    expect(some.notes).toEqual([expect.stringContaining('1 violation of the baseline is no longer there')]);
    expect((await checkMemory({ ...after, 'f/x.ndjson': '{}\n{}\n' }, { changed: ['f/x.ndjson'] })).notes).toEqual([]);
  });

  it('has every fixture checked when it changes', async () => {
    const files = { ...base, 'f/x.ndjson': '{}\n', [path]: await recorded(base) };
    const { checks } = await checkMemory(files, { changed: [path] });
    expect(checks).toMatchObject([
      {
        file: 'f/x.ndjson',
        because: `the baseline ${path} was modified`.replace('was modified', 'changed'),
        passed: false,
      },
    ]);
  });

  it.each([
    ['a merge conflict', '{"contractgateBaseline":1}\n<<<<<<< ours\n', 2, /merge conflict/],
    ['no head', '{"file":"x"}\n', 1, /expected an entry/],
    ['nothing', '', 1, /expected the line/],
    [
      'a count of zero',
      '{"contractgateBaseline":1}\n\n{"file":"x","contract":"c","kind":"k","field":"f","record":"r","count":0}\n',
      3,
      /entry/,
    ],
  ])('that has %s is a problem, and nothing passes by it', async (_, text, line, message) => {
    const report = await checkMemory({ ...base, 'f/x.ndjson': '{}\n', [path]: text });
    expect(report.problems).toMatchObject([
      { code: 'config', file: path, line, message: expect.stringMatching(message) as string },
    ]);
  });
});

const entry = fc.record<BaselineEntry>({
  file: fc.constantFrom('f/a', 'f/b'),
  contract: fc.constantFrom('c', 'd'),
  kind: fc.constant('k'),
  field: fc.string(),
  record: fc.constantFrom('0', '1'),
  count: fc.integer({ min: 1, max: 3 }),
});

describe('the file of a baseline', () => {
  it('is read as it was written, in any order of its lines, with some there twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: keyOf }), fc.nat(5), (entries, turn) => {
        const [head = '', ...lines] = baselineText(entries).trimEnd().split('\n');
        const turned = [...lines.slice(turn), ...lines.slice(0, turn), ...lines.slice(0, 1), head];
        const parsed = parseBaseline(turned.join('\r\n'));
        expect(parsed.ok && baselineText(new Baseline(parsed.entries).among(parsed.entries))).toBe(
          baselineText(new Baseline(entries).among(entries)),
        );
      }),
    );
  });

  it('keeps of each as many as there still are, and never more than it had', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (had, found) => {
        for (const kept of new Baseline(had).among(found)) expect(kept.count).toBeGreaterThan(0);
      }),
    );
    const one: BaselineEntry = { file: 'f', contract: 'c', kind: 'k', field: 'x', record: 'r', count: 2 };
    expect(new Baseline([one]).among([{ ...one, count: 5 }])).toEqual([one]);
    expect(new Baseline([one]).among([{ ...one, count: 1 }])).toEqual([{ ...one, count: 1 }]);
    expect(new Baseline([one]).among([])).toEqual([]);
  });
});

describe('the fingerprint of an event', () => {
  it('heeds the types of numbers and not the order of members', () => {
    expect(fingerprint({ a: 1, b: [2] })).toBe(fingerprint({ b: [2], a: 1 }));
    const different = [1, new Float(1), '1', 10n, 1.5, true, null, [1], { a: 1 }, { a: new Float(1) }, [[1]], {}];
    expect(new Set(different.map(fingerprint)).size).toBe(different.length);
  });
});
