import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { checkMemory, contract, mapping } from '../../support/check-memory.ts';
import type { Files } from '../../support/check-memory.ts';
import { render } from '../../support/render-report.ts';
import { sharedReport } from './shared-report.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../templates/schemas/report.json', import.meta.url), 'utf8'),
) as object;
const isReport = new Ajv({ allErrors: true }).compile(schema);

const base = { 'contractgate-hook.yaml': mapping, 'c/t.yaml': contract };

describe('the JSON report', () => {
  it.each<[string, Files]>([
    ['nothing to check', base],
    ['good fixtures', { ...base, 'f/t/x.json': '{"a":1}' }],
    ['violations', { ...base, 'f/t/x.json': '[{"a":"x"},{},1]', 'f/t/y.ndjson': '{"a":1}\n{' }],
    ['no mapping file', { 'f/t/x.json': '{}' }],
    ['a broken contract', { ...base, 'c/t.yaml': 'name: [', 'f/t/x.json': '{}' }],
    [
      'fan-out and fallback',
      {
        'contractgate-hook.yaml': mapping.replace('"c/$1.yaml"', '[c/t.yaml], resolution: fallback'),
        'c/t.yaml': contract,
        'f/t/x.json': '{"a":1}',
      },
    ],
    [
      'a negative fixture',
      { ...base, 'contractgate-hook.yaml': mapping.replace(' }', ', expect: fail }'), 'f/t/x.json': '{"a":1}' },
    ],
  ])('of %s is as its schema says', async (_, files) => {
    const report = JSON.parse(await render(await checkMemory(files), 'json')) as unknown;
    expect(isReport(report) ? [] : isReport.errors).toEqual([]);
  });

  it('of everything at once, and of more than is kept, is as its schema says', async () => {
    const many = await checkMemory({ ...base, 'f/t/x.ndjson': '{}\n'.repeat(31_000) });
    for (const found of [await sharedReport(), many]) {
      const report: unknown = JSON.parse(await render(found, 'json'));
      expect(isReport(report) ? [] : isReport.errors).toEqual([]);
    }
  });

  it('gives the place of each violation in the fixture and in the contract', async () => {
    const text = '[\n  { "a": 1 },\n  { "b/c": 0,\n    "a": "😀" }\n]';
    const { checks } = JSON.parse(await render(await checkMemory({ ...base, 'f/t/x.json': text }), 'json')) as {
      checks: { violations: unknown[] }[];
    };
    expect(checks[0]?.violations).toEqual([
      {
        field: 'a',
        kind: 'type_mismatch',
        message: "Field 'a' expected type Integer, got string",
        record: 1,
        line: 4,
        column: 10,
        endLine: 4,
        endColumn: 14,
        pointer: '/1/a',
        contractLine: 5,
        contractColumn: 18,
      },
    ]);
  });
});
