import { describe, expect, test } from 'vitest';
import { Float } from '../../../src/json-value.ts';
import { enumValue, fieldOf, refused, withField } from './contracts.ts';

describe('a value of `enum`', () => {
  test.each([
    ['~', null],
    ['Null', null],
    ['', null],
    ['nULL', 'nULL'],
    ['TRUE', true],
    ['tRUE', 'tRUE'],
    ['yes', 'yes'],
    ['12', 12],
    ['+12', 12],
    ['-0', 0],
    ['0x1F', 31],
    ['-0x1F', -31],
    ['0X1F', '0X1F'],
    ['0o17', 15],
    ['0b11', 3],
    ['0b12', '0b12'],
    ['017', '017'],
    ['-017', '-017'],
    ['1_000', '1_000'],
    ['1:30', '1:30'],
    ['2024-01-01', '2024-01-01'],
    ['++1', '++1'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['18446744073709551615', 18446744073709551615n],
    ['-9223372036854775808', -9223372036854775808n],
    ['400000000000000000000000000000000000000', new Float(4e38)],
    ['1.0', new Float(1)],
    ['-0.0', new Float(-0)],
    ['1e3', new Float(1000)],
    ['1.', new Float(1)],
    ['.5', 0.5],
    ['-.5e-1', -0.05],
    ['1e400', '1e400'],
    ['.e1', '.e1'],
    ['.inf', null],
    ['.NaN', null],
    ['-.nan', '-.nan'],
    ['inf', 'inf'],
    ['"1"', '1'],
    ['!!str 1', '1'],
    ["!!int '1'", 1],
    ['!!float 1', new Float(1)],
    ['!<tag:yaml.org,2002:bool> "true"', true],
    ['!!binary aGk=', 'aGk='],
    ['[1, {1: a, ~: b}]', [1, { '1': 'a', '~': 'b' }]],
    ['{a: 1, a: 2}', { a: 2 }],
  ])('%s', (yaml, value) => {
    expect(enumValue(yaml)).toStrictEqual(value);
  });

  test('may have `__proto__` for a key of its own', () => {
    const value = enumValue('{__proto__: 1, constructor: 2}');
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each(['9223372036854775808', '-1'])('%s is an integer, for serde_json has u64', (yaml) => {
    expect(typeof enumValue(yaml)).not.toBe('object');
  });

  test.each(['18446744073709551616', '-9223372036854775809', '340282366920938463463374607431768211455'])(
    '%s fits no integer of JSON',
    (yaml) => {
      expect(refused(withField(`enum: [${yaml}]`)).message).toMatch(/JSON number out of range$/);
    },
  );
});

describe('a limit', () => {
  test.each([
    ['5', 5],
    ['+5', 5],
    ['5.', 5],
    ['017', 17],
    ['1e2', 100],
    ['-.inf', -Infinity],
    ['.nan', NaN],
    ['!!str 3', 3],
  ])('min: %s', (yaml, value) => {
    expect(fieldOf(withField(`min: ${yaml}`)).min).toBe(value);
  });

  test.each([
    ['3', 3],
    ['+3', 3],
    ['0o10', 8],
    ['0', 0],
    ['9007199254740993', 9007199254740993n],
  ])('min_length: %s', (yaml, value) => {
    expect(fieldOf(withField(`min_length: ${yaml}`)).minLength).toBe(value);
  });

  test.each(['017', '1e2', '-1', '-0', '"3"'])('min_length: %s is refused', (yaml) => {
    expect(refused(withField(`min_length: ${yaml}`)).message).toMatch(/, expected usize$/);
  });
});
