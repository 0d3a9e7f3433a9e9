import { describe, expect, test } from 'vitest';
import { accepted, fieldOf, refused, withField, withTop } from './contracts.ts';

const FULL = `version: 1.10
name: orders
description: 5
compliance_mode: True
ontology:
  entities:
    - name: id
      type: string
      pattern: ^x$
      min_length: 3
      max_length: 0x10
      transform: {kind: mask, style: format_preserving}
    - name: lines
      type: array
      required: false
      items:
        name: line
        type: object
        properties: [{name: price, type: number, min: 017, max: .inf}]
glossary:
  - {term: id, definition: the key, synonyms: [key, 7]}
metrics:
  - {name: total, field: lines, type: float, formula: a + b, min: -1}
quality:
  - {field: id, type: freshness, max_age_seconds: 18446744073709551615, scope: batch, threshold: 0.5}
egress_leakage_mode: strip
envelope: {records_path: data.items, validate_wrapper: true}
null_as_absent: true
`;

describe('a contract that the gateway loads', () => {
  test('has every key decoded', () => {
    const contract = accepted(FULL);
    expect(contract).toMatchObject({
      version: '1.10',
      name: 'orders',
      description: '5',
      complianceMode: true,
      egressLeakageMode: 'strip',
      nullAsAbsent: true,
      envelope: { recordsPath: 'data.items', validateWrapper: true },
      glossary: [{ field: 'id', description: 'the key', synonyms: ['key', '7'] }],
      metrics: [{ name: 'total', field: 'lines', type: 'float', formula: 'a + b', min: -1 }],
      quality: [
        { field: 'id', type: 'freshness', maxAgeSeconds: 18446744073709551615n, scope: 'batch', threshold: 0.5 },
      ],
      unknownKeys: [],
    });
    expect(contract.entities).toMatchObject([
      {
        name: 'id',
        type: 'string',
        required: true,
        pattern: '^x$',
        minLength: 3,
        maxLength: 16,
        transform: { kind: 'mask', style: 'format_preserving' },
      },
      {
        name: 'lines',
        required: false,
        items: { name: 'line', properties: [{ name: 'price', type: 'float', min: 17, max: Infinity }] },
      },
    ]);
  });

  test('has defaults for what it leaves out, and no key for what is optional', () => {
    const contract = accepted(withTop(''));
    expect(contract).toMatchObject({
      complianceMode: false,
      entities: [],
      glossary: [],
      metrics: [],
      quality: [],
      egressLeakageMode: 'off',
      nullAsAbsent: false,
    });
    expect(contract).not.toHaveProperty('description');
    expect(contract).not.toHaveProperty('envelope');
  });

  test.each(['', '~', 'null', '!!null ~'])('takes %j of an optional key for its absence', (value) => {
    const field = fieldOf(
      `version: 1\nname: n\nontology:\n  entities:\n  - name: a\n    type: any\n    enum: ${value}\n`,
    );
    expect(field).not.toHaveProperty('enum');
    expect(field.at).toHaveProperty('enum');
  });

  test('may leave a list blank', () => {
    expect(accepted('version:\nname:\nontology:\n  entities:\nglossary:\nmetrics:\nquality:')).toMatchObject({
      version: '',
      name: '',
      entities: [],
      glossary: [],
    });
  });

  test('may name a variant by a tag', () => {
    expect(accepted(withTop('egress_leakage_mode: !fail')).egressLeakageMode).toBe('fail');
  });

  test('keeps unknown keys apart, merge keys and prototype names among them', () => {
    const { unknownKeys } = accepted(
      withTop('b: &b {type: string}\nx: 1\nx: 2\n__proto__: {a: 1}\n').replace(
        'entities: []',
        'entities: [{<<: *b, name: a, type: any, constructor: 3}]',
      ),
    );
    expect(unknownKeys.map(({ key, inside, path }) => [key, inside, path])).toEqual([
      ['b', 'contract', ''],
      ['x', 'contract', ''],
      ['x', 'contract', ''],
      ['__proto__', 'contract', ''],
      ['<<', 'field', 'ontology.entities[0]'],
      ['constructor', 'field', 'ontology.entities[0]'],
    ]);
  });

  test('tells where each key and value stands, by the name of the key that an alias means', () => {
    const text = withTop('description: &d "héllo"\nglossary: [{term: *d, description: x}]\nextra : {a: 1}');
    const contract = accepted(text);
    const shown = (range: readonly number[] = []): string[] => [
      text.slice(range[0], range[1]),
      text.slice(range[2], range[3]),
    ];
    expect(shown(contract.at['description'])).toEqual(['description', '"héllo"']);
    expect(shown(contract.glossary[0]?.at['field'])).toEqual(['term', '"héllo"']);
    expect(shown(contract.glossary[0]?.at[''])).toEqual(['', '{term: *d, description: x}']);
    expect(shown(contract.unknownKeys[0]?.range)).toEqual(['extra', '{a: 1}']);
    expect(contract.at).not.toHaveProperty('extra');
  });
});

describe('a contract that the gateway refuses', () => {
  test.each([
    ['', 'missing field `version`', 1, 1],
    ['# nothing\n', 'missing field `version`', 2, 1],
    ['[]', 'invalid type: sequence, expected struct Contract', 1, 1],
    ['null', 'invalid type: unit value, expected struct Contract', 1, 1],
    ['hello', 'invalid type: string "hello", expected struct Contract', 1, 1],
    ['version: 1\nname: n\nontology: {}', 'ontology: missing field `entities`', 3, 11],
    ['version: 1\nname: n\nname: m', 'duplicate field `name`', 3, 1],
    [withTop('metrics: ~'), 'metrics: invalid type: unit value, expected a sequence', 1, 10],
    [withTop('metrics: [{}]'), 'metrics[0]: missing field `name`', 1, 11],
    [withTop('compliance_mode:'), 'compliance_mode: invalid type: unit value, expected a boolean', 1, 17],
    [withTop('compliance_mode: yes'), 'compliance_mode: invalid type: string "yes", expected a boolean', 1, 18],
    [withTop('glossary: [{field: a, term: b}]'), 'glossary[0]: duplicate field `field`', 1, 23],
    [withTop('? [a]\n: b'), 'invalid type: sequence, expected field identifier', 1, 3],
    [withTop('description: [a]'), 'description: invalid type: sequence, expected a string', 1, 14],
    [
      withTop('egress_leakage_mode: Strip'),
      'egress_leakage_mode: unknown variant `Strip`, expected one of `off`, `strip`, `fail`',
      1,
      22,
    ],
    [withTop('envelope: {}'), 'envelope: missing field `records_path`', 1, 11],
    [
      withTop('quality: [{field: a, type: freshness, max_age_seconds: -1}]'),
      'quality[0].max_age_seconds: invalid type: integer `-1`, expected u64',
      1,
      56,
    ],
    [
      withTop('quality: [{field: a, type: freshness, scope: global}]'),
      'quality[0].scope: unknown variant `global`, expected `batch`',
      1,
      46,
    ],
    [
      withTop('metrics: [{name: a, type: number}]'),
      'metrics[0].type: unknown variant `number`, expected `integer` or `float`',
      1,
      27,
    ],
  ])('%j: %s', (text, message, line, column) => {
    expect(refused(text)).toMatchObject({ message, line, column });
  });

  test.each([
    [withField('').replace('any', 'int'), 'Did you mean `integer`?'],
    [withField('').replace('any', 'strnig'), 'Did you mean `string`?'],
    [withField('').replace('any', 'uuid'), undefined],
    [withTop('egress_leakage_mode: Strip'), 'Did you mean `strip`?'],
    [withTop('quality: [{field: a, typ: freshness}]'), 'There is `typ`, which looks like it.'],
    [withTop('quality: [{field: a}]'), undefined],
    ['', 'There is nothing in it.'],
    [`\ufeff${withTop('description: a')}`, 'The file begins with a byte order mark: save it as UTF-8 without BOM.'],
    [withTop('envelope: data'), 'Write a mapping with the keys records_path, validate_wrapper.'],
    [withField('enum: open'), 'Write a list, `[open]`.'],
    [withTop('compliance_mode: yes'), 'Write `true` or `false`.'],
    [withTop('metrics: [{name: a, min: "1"}]'), 'Write the number without quotes.'],
    [withTop('metrics: [{name: a, min: one}]'), undefined],
  ])('%j has the hint %s', (text, hint) => {
    expect(refused(text).hint).toBe(hint);
  });

  test.each([
    ['min: "1"', 'min: invalid type: string "1", expected f64'],
    ['min: 0x10', 'min: invalid type: integer `16`, expected f64'],
    ['min: 1e400', 'min: invalid type: string "1e400", expected f64'],
    ['min: true', 'min: invalid type: boolean `true`, expected f64'],
    ['min: !!null 5', 'min: invalid value: string "5", expected null'],
    ['min: !!int "x"', 'min: invalid value: string "x", expected an integer'],
    ['min_length: 3.0', 'min_length: invalid type: floating point `3.0`, expected usize'],
    ['min_length: 2.5', 'min_length: invalid type: floating point `2.5`, expected usize'],
    ['min_length: -.inf', 'min_length: invalid type: floating point `-inf`, expected usize'],
    [
      'min_length: 18446744073709551616',
      'min_length: invalid type: integer `18446744073709551616` as u128, expected usize',
    ],
    ['enum: x', 'enum: invalid type: string "x", expected a sequence'],
    ['enum: [1, 18446744073709551616]', 'enum[1]: JSON number out of range'],
    ['enum: [{k: [!t 1]}]', 'enum[0].k[0]: invalid type: enum, expected any valid JSON value'],
    ['properties: {}', 'properties: invalid type: map, expected a sequence'],
    ['items: {type: any}', 'items: missing field `name`'],
    ['items: [a]', 'items: invalid type: sequence, expected struct FieldDefinition'],
    ['transform: mask', 'transform: invalid type: string "mask", expected struct Transform'],
    ['transform: {}', 'transform: missing field `kind`'],
    [
      'transform: {kind: Mask}',
      'transform.kind: unknown variant `Mask`, expected one of `mask`, `hash`, `drop`, `redact`',
    ],
    ['transform: {kind: [a]}', "transform.kind: invalid type: sequence, expected a YAML tag starting with '!'"],
  ])('a field with %s', (more, message) => {
    expect(refused(withField(more))).toMatchObject({ message: `ontology.entities[0].${message}`, line: 5 });
  });

  test('shows no more than the start of a long text, on one line', () => {
    expect(refused(`"${'a'.repeat(500)}"`).message).toHaveLength(150);
    expect(refused(withTop('egress_leakage_mode: "a\\nb"')).message).toContain('`a\\nb`');
  });
});
