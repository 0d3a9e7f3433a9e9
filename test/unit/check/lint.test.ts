import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/check/report.ts';
import { runLint } from '../../../src/check/run-lint.ts';
import { reportHuman } from '../../../src/report/human.ts';
import { exitCodeOf } from '../../../src/report/summary.ts';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';
import { checkMemory, mapping } from '../../support/check-memory.ts';
import { plainStyle, render } from '../../support/render-report.ts';

const schema = new URL('../../../templates/schemas/report.json', import.meta.url);
const isReport = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

/** One warning and one note. */
const contract = String.raw`version: "1"
name: t
ontology:
  entities:
    - { name: a, type: integer, minimum: 0 }
    - { name: b, type: string, required: false, pattern: '\d' }
`;
const files = {
  'contractgate-hook.yaml': `${mapping}contracts: [extra/*.yaml]\n`,
  'c/t.yaml': contract,
  'f/t/x.json': '{"a":1}',
  'extra/u.yaml': contract,
};

function found({ findings }: Report): string[] {
  return findings.map(({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`);
}

const ofT = ['c/t.yaml:5:33 warning unknown-key', 'c/t.yaml:6:49 note unicode-class'];
const ofU = ofT.map((text) => text.replace('c/t', 'extra/u'));

describe('a check', () => {
  it.each([
    ['all', undefined, [...ofT, ...ofU]],
    ['a fixture alone', ['f/t/x.json'], []],
    ['a contract and the fixtures that it governs', ['c/t.yaml'], ofT],
    ['a contract of the globs', ['extra/u.yaml'], ofU],
    ['the mapping file', ['contractgate-hook.yaml'], []],
  ])('of %s lints the contracts among that', async (_, changed, expected) => {
    const report = await checkMemory(files, { ...(changed && { changed }) });
    expect(found(report)).toEqual(expected);
    expect(exitCodeOf(report)).toBe(0);
    expect(report.problems).toEqual([]);
  });

  it('lints every contract that it uses when strict, and takes warnings for violations', async () => {
    const report = await checkMemory(files, { changed: ['f/t/x.json'], strict: true });
    expect(found(report)).toEqual(['c/t.yaml:5:33 error unknown-key', 'c/t.yaml:6:49 note unicode-class']);
    expect(exitCodeOf(report)).toBe(1);
  });

  it('does not take notes for violations, nor lower a problem', async () => {
    const noted = { ...files, 'c/t.yaml': contract.replace('minimum', 'min') };
    expect(exitCodeOf(await checkMemory(noted, { changed: ['c/t.yaml'], strict: true }))).toBe(0);
    const refused = { ...files, 'extra/u.yaml': 'name: [' };
    const report = await checkMemory(refused, { strict: true });
    expect(found(report)).toHaveLength(2);
    expect(exitCodeOf(report)).toBe(2);
  });

  it('reports findings as the schema says', async () => {
    const report = JSON.parse(await render(await checkMemory(files), 'json')) as Record<string, unknown>;
    expect(isReport(report) ? [] : isReport.errors).toEqual([]);
    expect(report).toMatchObject({ summary: { linted: 2, findings: 4 } });
    expect(report['lint']).toContainEqual({
      file: 'c/t.yaml',
      line: 5,
      column: 33,
      endLine: 5,
      endColumn: 40,
      rule: 'unknown-key',
      severity: 'warning',
      message: '`minimum` is not a key of a field and has no effect; did you mean `min`?',
    });
  });

  it('shows findings after the checks, many of one contract only in part', async () => {
    const many = Array.from({ length: 25 }, (_, index) => `k${index}: 1\n`).join('');
    const report = await checkMemory({ ...files, 'extra/u.yaml': `${contract}${many}` });
    const text = reportHuman({ ...report, durationMs: 1 }, plainStyle(80));
    expect(text).toContain(`c/t.yaml says what the gateway does not do
  5:33 warning \`minimum\` is not a key of a field and has no effect; did you mean \`min\`? unknown-key
  6:49 note \`\\d\` in a pattern is Unicode's, not only ASCII unicode-class
`);
    expect(text).toMatch(/… and 7 more\n {2}→ contractgate-hook lint --explain RULE says more\n/);
    expect(text).toMatch(/checked against 1 contract: all hold, 27 warnings, 2 notes \(1 ms\)\n$/);
  });
});

describe('lint', () => {
  const lint = (entries: Readonly<Record<string, string>>, given: 'all' | string[] = 'all'): Promise<Report> =>
    runLint(memorySnapshot(new Map(Object.entries(entries))), given, {});

  it('looks at the contracts that mappings and globs name, each once', async () => {
    const report = await lint({ ...files, 'f/t/y.json': 'not looked at' });
    expect(found(report)).toEqual([...ofT, ...ofU]);
    expect(report).toMatchObject({ checks: [], problems: [], linted: 2 });
  });

  it('looks at a contract that a mapping names outright, with or without fixtures', async () => {
    const config = 'version: 1\nmappings: [{ files: nothing/*.json, contract: c/t.yaml }]\n';
    expect(found(await lint({ 'contractgate-hook.yaml': config, 'c/t.yaml': contract }))).toEqual(ofT);
  });

  it('needs no mapping file for given contracts', async () => {
    expect(found(await lint({ 'c/t.yaml': contract }, ['c/t.yaml']))).toEqual(ofT);
  });

  it.each([
    ['no mapping file', {}, 'all' as const, 'config'],
    ['no contracts', { 'contractgate-hook.yaml': mapping }, 'all' as const, 'empty'],
    ['a contract that is not there', {}, ['c/t.yaml'], 'contract'],
    ['a contract that the gateway refuses', { 'c/t.yaml': 'name: x' }, ['c/t.yaml'], 'contract'],
    [
      'a pattern that the gateway refuses',
      { 'c/t.yaml': contract.replace(String.raw`\d`, '(') },
      ['c/t.yaml'],
      'contract',
    ],
  ])('has a problem with %s', async (_, entries, given, code) => {
    const report = await lint(entries, given);
    expect(report.problems).toMatchObject([{ code }]);
    expect(exitCodeOf(report)).toBe(2);
  });
});
