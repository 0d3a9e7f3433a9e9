import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/event/read-json.ts';
import { Float } from '../../../src/json-value.ts';

describe('a number is what serde_json makes of it', () => {
  it.each([
    ['0', 0],
    ['-7', -7],
    ['1.5', 1.5],
    ['1.0', new Float(1)],
    ['-2.00', new Float(-2)],
    ['1e2', new Float(100)],
    ['15e-1', 1.5],
    ['1.5e1', new Float(15)],
    ['-0', new Float(-0)],
    ['-0.0', new Float(-0)],
    ['0e400', new Float(0)],
    ['1e-400', new Float(0)],
    ['0.99999999999999999999', new Float(1)],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['9223372036854775808', 9223372036854775808n],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', new Float(2 ** 64)],
    ['-9223372036854775808', -9223372036854775808n],
    ['-9223372036854775809', new Float(-(2 ** 63))],
  ])('%s', (text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value });
    expect(readJson(`{"a": [${text}]}`)).toEqual({ ok: true, value: { a: [value] } });
  });
});

describe('an object', () => {
  it.each(['{"a": 1, "a": 2}', '{"a": 1.0, "\\u0061": 2}'])('keeps the last of several members: %s', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: { a: 2 } });
  });

  it.each(['{"__proto__": {"a": 1}}', '{"__proto__": {"a": 1.0}}'])('has a member __proto__: %s', (text) => {
    const result = readJson(text);
    if (!result.ok) throw new Error(result.message);
    expect(Object.getOwnPropertyNames(result.value)).toEqual(['__proto__']);
  });
});

describe('a text that serde_json refuses', () => {
  it.each([
    ['', 0, 'expected a value, got the end of the text'],
    ['{"a": 1', 7, 'expected `,` or `}`, got the end of the text'],
    ['[1, 2', 5, 'expected `,` or `]`, got the end of the text'],
    ['{"a": "b', 6, 'a string has no closing quote on its line'],
    ['[1,]', 3, 'expected a value, got `]`'],
    ['{"a": 1,}', 8, 'expected a key in quotes, got `}`'],
    ['{a: 1}', 1, 'expected a key in quotes, got `a`'],
    ['{"a" 1}', 5, 'expected `:`, got `1`'],
    ["['a']", 1, "expected a value, got `'`"],
    ['[1 "a"]', 3, 'expected `,` or `]`, got a string'],
    ['{} {}', 3, 'expected the end of the JSON text, got `{`'],
    ['[1] // done', 4, 'expected the end of the JSON text, got a comment'],
    ['[01]', 2, 'expected `,` or `]`, got `1`'],
    ['[1.]', 1, 'a number ends too early'],
    ['[-]', 1, 'expected a value, got `-`'],
    ['[NaN]', 1, 'expected a value, got `N`'],
    ['[😀]', 1, 'expected a value, got `😀`'],
    ['[1e400]', 1, 'the number `1e400` is out of range'],
    ['["\\x"]', 1, 'a string has an unknown escape'],
    ['["\\u12"]', 1, 'a string has a `\\u` without four hexadecimal digits'],
    ['["\t"]', 1, 'a string has a control character, which must be escaped'],
    ['[1, "\\ud800"]', 4, 'a string has half of a surrogate pair (\\ud800 to \\udfff)'],
    ['{"\\udc00": 1}', 1, 'a string has half of a surrogate pair (\\ud800 to \\udfff)'],
    ['\ufeff{}', 0, 'expected a value, got a byte order mark, which the gateway refuses'],
    ['\u00a0{}', 0, 'expected a value, got `\u00a0`'],
  ])('%j', (text, offset, message) => {
    expect(readJson(text)).toEqual({ ok: false, offset, message });
  });
});
