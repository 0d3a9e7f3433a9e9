import { describe, expect, it } from 'vitest';
import type { Hint } from '../../../src/check/report.ts';
import { hintText } from '../../../src/report/hint-text.ts';
import { checkMemory, placesOf } from '../../support/check-memory.ts';

const contract = `version: "1"
name: t
compliance_mode: true
ontology:
  entities:
    - { name: user_id, type: string, required: false }
    - { name: status, type: string, required: false, enum: [open, closed, "on hold"] }
    - { name: level, type: any, required: false, enum: [1, 2.0, "3", true] }
    - { name: count, type: integer, required: false, min: 0, max: 10 }
    - { name: share, type: float, required: false }
    - { name: flag, type: boolean, required: false }
    - { name: day, type: date, required: false }
    - { name: at, type: integer, required: false, min: 0, max: 4102444800 }
    - { name: at_ms, type: integer, required: false, min: 946684800000 }
    - { name: amount, type: float, required: false }
    - { name: nick, type: string, required: false }
    - { name: seen, type: integer, required: false }
    - { name: must, type: string }
    - name: lines
      type: array
      required: false
      items: { name: line, type: object, properties: [{ name: sku, type: string }, { name: quantity, type: integer }] }
METRICS`;

const metrics = `metrics:
  - { name: revenue, field: amount, min: 0 }
quality:
  - { field: nick, type: completeness }
`;

/** The hints on an event, by kind and field of their violations. */
async function hintsOf(
  event: string,
  rules: string = '',
  freshness: string = 'skip',
): Promise<Record<string, Hint | undefined>> {
  const report = await checkMemory({
    'contractgate-hook.yaml': `version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\nfreshness: ${freshness}\n`,
    'c.yaml': contract.replace('METRICS', rules),
    'f/x.json': event,
  });
  const [check] = report.checks;
  const places = placesOf(report);
  return Object.fromEntries(check?.violations.map(({ field }, index) => [field, places[index]?.hint]) ?? []);
}

describe('a hint', () => {
  it.each<[string, string, string, Hint | undefined]>([
    ['the nearest value', '"status":"closd"', 'status', { code: 'nearest_value', suggestion: '"closed"' }],
    ['another case', '"status":"Closed"', 'status', { code: 'case_or_space', suggestion: '"closed"' }],
    ['white space', '"status":" on  hold "', 'status', { code: 'case_or_space', suggestion: '"on hold"' }],
    ['no value that is near', '"status":"broken"', 'status', undefined],
    ['a number of enum in quotes', '"level":"1"', 'level', { code: 'unquote', suggestion: '1' }],
    ['a text of enum without', '"level":3', 'level', { code: 'quote', suggestion: '"3"' }],
    ['an integer in quotes', '"count":"7"', 'count', { code: 'unquote', suggestion: '7' }],
    ['a word for an integer', '"count":"seven"', 'count', undefined],
    ['a padded number for an integer', '"count":"07"', 'count', undefined],
    ['a fraction in quotes for an integer', '"count":"7.5"', 'count', undefined],
    ['a float in quotes', '"share":"0.5e3"', 'share', { code: 'unquote', suggestion: '0.5e3' }],
    ['a boolean in quotes', '"flag":"true"', 'flag', { code: 'unquote', suggestion: 'true' }],
    ['a number for a text', '"nick":12', 'nick', { code: 'quote', suggestion: '"12"' }],
    ['1.0 for an integer', '"count":1.0', 'count', { code: 'whole_number', suggestion: '1' }],
    ['1e2 for an integer', '"count":1e2', 'count', { code: 'whole_number', suggestion: '100' }],
    ['more digits than an integer has', '"count":123456789012345678901', 'count', { code: 'beyond_integer' }],
    ['-0 for an integer', '"count":-0', 'count', { code: 'whole_number', suggestion: '0' }],
    ['1.5 for an integer', '"count":1.5', 'count', undefined],
    ['a time for a date', '"day":"2026-01-31T10:00:00Z"', 'day', { code: 'date_only', suggestion: '"2026-01-31"' }],
    ['a date that does not exist', '"day":"2026-02-31T10:00:00Z"', 'day', undefined],
    ['milliseconds for seconds', '"at":1700000000123', 'at', { code: 'milliseconds', suggestion: '1700000000' }],
    ['seconds for milliseconds', '"at_ms":1700000000', 'at_ms', { code: 'seconds', suggestion: '1700000000000' }],
    ['too large a number', '"at":99999999999', 'at', undefined],
    ['null for an optional field', '"count":null', 'count', { code: 'null_as_absent' }],
    [
      'an undeclared key near one that is absent',
      '"user_ID2":"x"',
      'user_ID2',
      { code: 'missing_key', about: 'user_ID2', suggestion: 'user_id' },
    ],
    ['an undeclared key near one that is there', '"user_id":"x","user_idd":"y"', 'user_idd', undefined],
    ['an undeclared key like no other', '"zzzzzz":1', 'zzzzzz', undefined],
    [
      'a misspelt key of an item',
      '"lines":[{"sku":"a","quantty":1}]',
      'lines[0].quantity',
      { code: 'misspelt_key', about: 'quantty', suggestion: 'quantity' },
    ],
  ])('on %s', async (_, members, field, hint) => {
    const hints = await hintsOf(`{"must":"x",${members}}`);
    expect(Object.keys(hints)).toContain(field);
    expect(hints[field]).toEqual(hint);
    if (hint !== undefined) expect(hintText(hint)).not.toMatch(/undefined|\.$/);
  });

  it('pairs a missing key with the undeclared one', async () => {
    expect(await hintsOf('{"mst":"x"}')).toEqual({
      must: { code: 'misspelt_key', about: 'mst', suggestion: 'must' },
      mst: { code: 'missing_key', about: 'mst', suggestion: 'must' },
    });
  });

  it('is none on null for a required field', async () => {
    expect(await hintsOf('{"must":null}')).toEqual({ must: undefined });
  });

  it('tells of what makes an optional field required', async () => {
    expect(await hintsOf('{"must":"x"}', metrics)).toEqual({
      amount: { code: 'metric_requires', about: 'revenue' },
      nick: { code: 'completeness_requires' },
    });
    expect(await hintsOf('{"must":"x","amont":1,"nick":"n"}', metrics)).toMatchObject({
      amount: { code: 'misspelt_key', about: 'amont', suggestion: 'amount' },
    });
  });

  it('tells of milliseconds that the gateway takes for seconds', async () => {
    const rule = 'quality:\n  - { field: seen, type: freshness, max_age_seconds: 60 }\n';
    const hints = (at: number) => hintsOf(`{"must":"x","seen":${at}}`, rule, '"2026-01-31T00:00:00Z"');
    expect(await hints(1_600_000_000_000)).toEqual({ seen: { code: 'milliseconds' } });
    expect(await hints(1_700_000_000)).toEqual({ seen: undefined });
  });

  it('works on YAML, in lists and behind aliases', async () => {
    const report = await checkMemory({
      'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
      'c.yaml': contract.replace('METRICS', ''),
      'f/x.yaml': 'must: &x { a: 1 }\nlines:\n  - { sku: a, qantity: 1 }\n',
    });
    expect(placesOf(report).map(({ hint }) => hint?.about)).toEqual([undefined, 'qantity']);
  });
});

describe('a value that is not unique', () => {
  it.each([
    ['x.json', '[{"a":1},\n {"a":2}, {"b":0,"a":1}]', { record: 0, start: { line: 1, column: 7 } }],
    ['x.ndjson', '\n{"a":1}\n{"a":2}\n{"a":1}\n', { record: 0, start: { line: 2, column: 1 } }],
    ['x.yaml', 'a: 1\n---\na: 2\n---\na: 1\n', { record: 0, start: { line: 1, column: 1 } }],
    ['x.json', '[{}, "no", {"a":1}, {"a":1}]', { record: 2, start: { line: 1, column: 17 } }],
  ])('in %s %j tells where it is first', async (name, content, first) => {
    const report = await checkMemory({
      'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
      'c.yaml': 'version: "1"\nname: t\nontology:\n  entities: []\nquality:\n  - { field: a, type: uniqueness }\n',
      [`f/${name}`]: content,
    });
    const [check] = report.checks;
    expect(placesOf(report).at(-1)?.first).toEqual(first);
    expect(check?.violations.at(-1)?.message).toMatch(
      /^Quality uniqueness: duplicate value "1" for field 'a' in batch$/,
    );
  });
});
