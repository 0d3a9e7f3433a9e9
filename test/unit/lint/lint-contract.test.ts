import { describe, expect, it } from 'vitest';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { lintContract } from '../../../src/lint/lint-contract.ts';
import type { LintFinding } from '../../../src/lint/lint-contract.ts';

function lint(text: string): LintFinding[] {
  const parsed = parseContract(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return lintContract(parsed.contract, text);
}

/** Findings as `rule: message`. */
function lintParts(entities: readonly string[], rest = ''): string[] {
  const list = entities.map((entity) => `    - ${entity}\n`).join('');
  const text = `version: '1'\nname: c\nontology:\n  entities:\n${list}${rest}`;
  return lint(text).map(({ rule, message }) => `${rule}: ${message}`);
}

/** Only the names of the rules. */
function rulesOf(entities: readonly string[], rest = ''): string[] {
  return lintParts(entities, rest).map((finding) => finding.split(':', 1)[0] ?? '');
}

describe('the place of a finding', () => {
  it('is that of the key to blame, in the order of the text', () => {
    const text = `version: '1'
nmae: misspelt
name: c
ontology:
  entities:
    - name: é😀
      type: string
      min: 3
    - name: a
      type: array
      items:
        name: i
        type: string
        pattern: "["
`;
    expect(lint(text).map(({ rule, start, end }) => [rule, start.line, start.column, end.line, end.column])).toEqual([
      ['unknown-key', 2, 1, 2, 5],
      ['inapplicable-constraint', 8, 7, 8, 10],
      ['pattern-in-items', 14, 9, 14, 16],
    ]);
  });

  it('counts UTF-16 units, also after CRLF', () => {
    const text = `version: '1'\r\nname: "😀"\r\nontology: { entities: [{ name: "😀", type: string, min: 1 }] }\r\n`;
    expect(lint(text).map(({ start }) => start)).toEqual([{ line: 3, column: 52 }]);
  });

  it('is the anchor, once, for what aliases repeat', () => {
    const text = `version: '1'
name: c
ontology:
  entities:
    - { name: a, type: object, properties: &p [{ name: x, type: boolean, min: 1 }] }
    - { name: b, type: object, properties: *p }
`;
    expect(lint(text).map(({ rule, start }) => [rule, start.line])).toEqual([['inapplicable-constraint', 5]]);
  });

  it('is the mapping where the key is missing', () => {
    const findings = lint(`version: '1'
name: c
ontology: { entities: [{ name: n, type: integer, max: -.inf }] }
`);
    expect(findings.map(({ rule, start }) => [rule, start])).toEqual([['impossible-range', { line: 3, column: 50 }]]);
  });
});

describe('unknown-key', () => {
  it.each([
    ['{ name: a, type: integer, minimum: 1 }', 'min'],
    ['{ name: a, type: integer, maximum: 1 }', 'max'],
    ['{ name: a, type: string, minLength: 1 }', 'min_length'],
    ['{ name: a, type: string, max-length: 1 }', 'max_length'],
    ['{ name: a, type: string, allowed_values: [x] }', 'enum'],
    ['{ name: a, type: string, field_type: string }', 'type'],
    ['{ name: a, type: string, regex: x }', 'pattern'],
    ['{ name: a, type: string, requird: false }', 'required'],
    ['{ name: a, type: object, fields: [] }', 'properties'],
    ['{ name: a, type: string, transform: { kind: mask, stlye: opaque } }', 'style'],
  ])('of %s suggests %s', (entity, key) => {
    expect(lintParts([entity])).toEqual([
      expect.stringMatching(new RegExp(`^unknown-key: .*; did you mean \`${key}\`\\?$`)),
    ]);
  });

  it.each([
    ['entities: []', '`entities` is not a key of a contract and has no effect; it is a key of the ontology'],
    [
      'complience_mode: true',
      '`complience_mode` is not a key of a contract and has no effect; did you mean `compliance_mode`?',
    ],
    ['multi_stable_resolution: strict', '`multi_stable_resolution` is not a key of a contract and has no effect'],
    [
      'quality: [{ field: a, type: uniqueness, rule_type: x }]',
      '`rule_type` is not a key of a quality rule and has no effect; did you mean `type`?',
    ],
    ['metrics: [{ name: a, minimum: 1 }]', '`minimum` is not a key of a metric and has no effect; did you mean `min`?'],
    [
      'envelope: { records_path: a, record_path: b }',
      '`record_path` is not a key of an envelope and has no effect; did you mean `records_path`?',
    ],
    [
      'glossary: [{ term: a, definition: b, synonym: [c] }]',
      '`synonym` is not a key of a glossary term and has no effect; did you mean `synonyms`?',
    ],
    ['? constructor\n: 1', '`constructor` is not a key of a contract and has no effect'],
  ])('sees %s at its level', (line, message) => {
    expect(lintParts(['{ name: a, type: string }'], `${line}\n`)).toEqual([`unknown-key: ${message}`]);
  });

  it('is not raised for any key that the gateway knows', () => {
    const text = `version: '1'
name: c
description: d
compliance_mode: true
egress_leakage_mode: strip
null_as_absent: true
ontology:
  entities:
    - { name: s, type: string, required: true, pattern: '^x', enum: [xy], min_length: 1, max_length: 9, transform: { kind: mask, style: opaque } }
    - { name: n, type: number, min: 0, max: 9 }
    - { name: o, type: object, properties: [{ name: x, type: date }] }
    - { name: a, type: array, items: { name: i, type: any } }
glossary:
  - { field: s, description: d, constraints: c, synonyms: [t] }
  - { term: s, definition: d }
metrics: [{ name: m, field: n, type: integer, formula: f, min: 0, max: 1 }]
quality: [{ field: n, type: freshness, description: d, max_age_seconds: 1 }]
envelope: { records_path: data, validate_wrapper: true }
`;
    expect(lint(text)).toEqual([]);
  });

  it('leaves keys for readers to a note', () => {
    expect(rulesOf(['{ name: a, type: string, description: d, x-owner: me, example: e }'])).toEqual([
      'documentation-key',
      'documentation-key',
      'documentation-key',
    ]);
  });
});

describe('constraints that do not apply', () => {
  it.each([
    ['{ name: a, type: integer, pattern: x }', ['inapplicable-constraint']],
    ['{ name: a, type: float, min_length: 1, max_length: 2 }', ['inapplicable-constraint', 'inapplicable-constraint']],
    ['{ name: a, type: boolean, min: 1 }', ['inapplicable-constraint']],
    ['{ name: a, type: array, max: 1 }', ['inapplicable-constraint']],
    ['{ name: a, type: string, properties: [] }', ['inapplicable-constraint']],
    ['{ name: a, type: any, properties: [] }', ['inapplicable-constraint']],
    ['{ name: a, type: any, items: { name: i, type: string, min: 1 } }', ['inapplicable-constraint']],
    ['{ name: a, type: date, min: 1, max: 2 }', ['range-on-date', 'range-on-date']],
    ['{ name: a, type: array, items: { name: i, type: string, max: 1 } }', ['inapplicable-constraint']],
    ['{ name: a, type: any, pattern: x, min_length: 1, max_length: 2, min: 1, max: 2 }', []],
    ["{ name: a, type: date, pattern: '^2', min_length: 1, max_length: 10 }", []],
    ['{ name: a, type: string, min: ~, items: ~ }', []],
    ['{ name: a, type: boolean, enum: [true] }', []],
  ])('of %s', (entity, expected) => {
    expect(rulesOf([entity])).toEqual(expected);
  });
});

describe('below items', () => {
  it.each([
    [
      '{ name: a, type: array, items: { name: i, type: object, properties: [{ name: p, type: string, pattern: x }] } }',
      'a[].p',
    ],
    [
      '{ name: a, type: array, items: { name: i, type: array, items: { name: j, type: string, pattern: x } } }',
      'a[][]',
    ],
    [
      '{ name: o, type: object, properties: [{ name: a, type: array, items: { name: j, type: any, pattern: x } }] }',
      'o.a[]',
    ],
  ])('the pattern in %s is never enforced', (entity, path) => {
    expect(lintParts([entity])).toEqual([
      `pattern-in-items: the pattern of \`${path}\` is never enforced, since it stands below \`items\``,
    ]);
  });

  it('a transform is never run, whatever the type', () => {
    const entity =
      '{ name: a, type: array, items: { name: i, type: integer, transform: { kind: drop, style: opaque } } }';
    expect(rulesOf([entity])).toEqual(['transform-in-items']);
  });

  it('a pattern outside is', () => {
    expect(rulesOf(['{ name: o, type: object, properties: [{ name: p, type: string, pattern: x }] }'])).toEqual([]);
  });
});

describe('ranges and lengths', () => {
  it.each([
    ['{ name: a, type: float, min: 2, max: 1 }', ['impossible-range']],
    ['{ name: a, type: any, min: 2, max: 1 }', ['impossible-range']],
    ['{ name: a, type: integer, min: 1.2, max: 1.8 }', ['impossible-range']],
    ['{ name: a, type: float, min: .inf }', ['impossible-range']],
    ['{ name: a, type: float, min: .inf, max: .inf }', ['impossible-range']],
    ['{ name: a, type: float, min: .nan, max: .NaN }', ['nan-bound', 'nan-bound']],
    [
      '{ name: a, type: string, min_length: 18446744073709551615, max_length: 9007199254740993 }',
      ['impossible-length'],
    ],
    ['{ name: a, type: float, min: 1.2, max: 1.8 }', []],
    ['{ name: a, type: integer, min: 1, max: 1 }', []],
    ['{ name: a, type: float, min: -.inf, max: .inf }', []],
    ['{ name: a, type: string, min_length: 3, max_length: 3 }', []],
  ])('of %s', (entity, expected) => {
    expect(rulesOf([entity])).toEqual(expected);
  });

  it('of metrics count where a field is bound', () => {
    const rest = 'metrics: [{ name: m, field: a, min: 2, max: 1 }]\n';
    expect(rulesOf(['{ name: a, type: float }'], rest)).toEqual(['impossible-range']);
  });
});

describe('enum', () => {
  it.each([
    ['{ name: a, type: string, enum: [x, 1, 2] }', '1 (and 1 more)', 'type'],
    ['{ name: a, type: integer, enum: [1, 2.0] }', '2.0', 'type'],
    ['{ name: a, type: boolean, enum: [yes] }', '"yes"', 'type'],
    ['{ name: a, type: date, enum: [2024-02-30] }', '"2024-02-30"', 'type'],
    ['{ name: a, type: string, enum: [~, x] }', 'null', 'type'],
    ['{ name: a, type: string, enum: [é], max_length: 1 }', '"é"', 'max_length'],
    ["{ name: a, type: string, enum: [ab], pattern: '^[0-9]$' }", '"ab"', 'pattern'],
    ['{ name: a, type: integer, enum: [5], max: 4 }', '5', 'max'],
    ['{ name: a, type: object, enum: [{ b: 1 }], properties: [{ name: c, type: any }] }', '{"b":1}', 'properties'],
    ['{ name: a, type: array, enum: [[1]], items: { name: i, type: string } }', '[1]', 'items'],
    ['{ name: a, type: array, items: { name: i, type: string, enum: [1] } }', '1', 'type'],
  ])('of %s lists %s', (entity, value, key) => {
    expect(lintParts([entity])).toEqual([
      `unreachable-enum-value: \`enum\` lists ${value}, which the field's own \`${key}\` refuses`,
    ]);
  });

  it.each([
    '{ name: a, type: float, enum: [1, 2.5] }',
    '{ name: a, type: any, enum: [~, 1, x, [1], { a: 1 }] }',
    '{ name: a, type: date, enum: [2024-2-1] }',
    '{ name: __proto__, type: string, enum: [x] }',
  ])('of %s is fine', (entity) => {
    expect(rulesOf([entity])).toEqual([]);
  });

  it('may list null where null counts as absent', () => {
    const entity = '{ name: a, type: string, required: false, enum: [x, ~] }';
    expect(rulesOf([entity], 'null_as_absent: true\n')).toEqual([]);
  });

  it('below items is not held against the pattern that is never enforced', () => {
    const entity = '{ name: a, type: array, items: { name: i, type: string, enum: [a], pattern: b } }';
    expect(rulesOf([entity])).toEqual(['pattern-in-items']);
  });

  it('is not held against the rest of the contract', () => {
    const rest = 'compliance_mode: true\nmetrics: [{ name: m, field: b, min: 0 }]\n';
    expect(rulesOf(['{ name: a, type: string, enum: [x] }', '{ name: b, type: float }'], rest)).toEqual([]);
  });

  it('cuts long values', () => {
    expect(lintParts([`{ name: a, type: integer, enum: [${'x'.repeat(500)}] }`])[0]?.length).toBeLessThan(200);
  });
});

describe('names', () => {
  it('are duplicates among siblings only', () => {
    const nested =
      '{ name: o, type: object, properties: [{ name: a, type: any }, { name: a, type: any }, { name: a, type: any }] }';
    expect(rulesOf(['{ name: a, type: any }', nested])).toEqual(['duplicate-name', 'duplicate-name']);
    expect(
      rulesOf(['{ name: a, type: any }', '{ name: o, type: object, properties: [{ name: a, type: any }] }']),
    ).toEqual([]);
  });

  it('collide by their dots, in either order', () => {
    const dotted = '{ name: o.a, type: any }';
    const nested = '{ name: o, type: object, properties: [{ name: a, type: any }] }';
    expect(rulesOf([dotted, nested])).toEqual(['colliding-path']);
    expect(rulesOf([nested, dotted])).toEqual(['colliding-path']);
    expect(rulesOf([dotted, dotted])).toEqual(['duplicate-name']);
    expect(rulesOf([dotted])).toEqual([]);
  });
});

describe('patterns', () => {
  it.each([
    [String.raw`\d+\W`, 'note', "`\\d`, `\\W` in a pattern are Unicode's, not only ASCII"],
    [String.raw`[\s]`, 'note', "`\\s` in a pattern is Unicode's, not only ASCII"],
  ])('with %s are a %s', (pattern, severity, message) => {
    const text = `version: '1'\nname: c\nontology: { entities: [{ name: a, type: string, pattern: '${pattern}' }] }\n`;
    expect(lint(text)).toMatchObject([{ rule: 'unicode-class', severity, message }]);
  });

  it.each([String.raw`\\d`, String.raw`\.d`, String.raw`(?-u)\d`, '[0-9]', 'd'])('with %s are fine', (pattern) => {
    expect(rulesOf([`{ name: a, type: string, pattern: '${pattern}' }`])).toEqual([]);
  });
});

describe('metrics and quality rules', () => {
  const order = `{ name: order, type: object, required: false, properties: [{ name: total, type: float }] }`;
  const open = '{ name: open, type: object }';
  const anything = '{ name: any, type: any }';
  const lines =
    '{ name: lines, type: array, items: { name: line, type: object, properties: [{ name: sku, type: string }] } }';
  const dotted = "{ name: 'a.b', type: integer }";
  const entities = [order, open, anything, lines, dotted, '{ name: text, type: string }', '{ name: at, type: float }'];
  const metric = (field: string): string => `metrics: [{ name: m, field: ${field}, min: 0 }]\n`;

  it.each([
    [
      'order.total',
      'metric-on-optional-field: the metric is bound to `order.total`, whose `order` is optional, and every event without it fails',
    ],
    [
      'ordr.total',
      'metric-on-undeclared-field: the metric is bound to `ordr.total`: the ontology does not declare it, and every event without it fails; did you mean `order.total`?',
    ],
    [
      'lines.sku',
      'metric-on-undeclared-field: the metric is bound to `lines.sku`: `lines` is an array, which a path never enters, and every event without it fails',
    ],
    [
      'text.x',
      'metric-on-undeclared-field: the metric is bound to `text.x`: `text` is a string, which has no members, and every event without it fails',
    ],
    [
      'a.b',
      'metric-on-undeclared-field: the metric is bound to `a.b`: the dot in the name of that entity separates two names in a path, and every event without it fails',
    ],
    ['text', 'metric-on-non-number: the metric asks for a number, but `text` is a string, so every event fails'],
  ])('a metric on %s', (field, finding) => {
    expect(lintParts(entities, metric(field))).toEqual([finding]);
  });

  it.each(['open.deep.down', 'any.x', 'any', 'at'])('a metric on %s is fine', (field) => {
    expect(rulesOf(entities, metric(field))).toEqual([]);
  });

  it('a metric without bounds may be bound to what is optional or no number', () => {
    const rest = 'metrics: [{ name: m, field: order.total }, { name: n, field: text }, { name: o, formula: f }]\n';
    expect(rulesOf(entities, rest)).toEqual([]);
  });

  it.each([
    ['{ field: txt, type: completeness }', ['quality-on-undeclared-field']],
    ['{ field: txt, type: uniqueness }', ['quality-on-undeclared-field']],
    ['{ field: txt, type: freshness, max_age_seconds: 1 }', ['quality-on-undeclared-field']],
    ['{ field: txt, type: freshness }', ['freshness-without-max-age']],
    ['{ field: text, type: freshness, max_age_seconds: 1 }', ['freshness-on-non-integer']],
    ['{ field: order.total, type: completeness }', ['completeness-on-optional-field']],
    ['{ field: text, type: completeness, scope: batch, threshold: 1 }', ['quality-scope', 'quality-threshold']],
    ['{ field: txt, type: validity }', ['validity-not-enforced']],
    ['{ field: at, type: freshness, max_age_seconds: 1 }', []],
    ['{ field: open.x, type: freshness, max_age_seconds: 1 }', []],
    ['{ field: order.total, type: uniqueness }', []],
    ['{ field: lines, type: completeness }', []],
  ])('a quality rule %s', (rule, expected) => {
    expect(rulesOf(entities, `quality: [${rule}]\n`)).toEqual(expected);
  });
});
