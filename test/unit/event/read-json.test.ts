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
  it.each<[string, number, string, object?]>([
    ['', 0, 'expected a value, got the end of the text'],
    ['{"a": 1\n\n', 7, 'expected `,` or `}`, got the end of the text'],
    ['{"a": 1', 7, 'expected `,` or `}`, got the end of the text'],
    ['[1, 2', 5, 'expected `,` or `]`, got the end of the text'],
    ['{"a": "b', 6, 'a string has no closing quote on its line'],
    ['[1,]', 2, 'expected a value after the comma, got `]`', { code: 'remove_comma' }],
    ['[[1, 2],\n]', 7, 'expected a value after the comma, got `]`', { code: 'remove_comma' }],
    ['{"a": 1,}', 7, 'expected a key in quotes after the comma, got `}`', { code: 'remove_comma' }],
    ['[1,,2]', 3, 'expected a value, got `,`'],
    ['[,1]', 1, 'expected a value, got `,`'],
    ['{},', 2, 'expected the end of the JSON text, got `,`', { code: 'remove_comma' }],
    ['{},\n{}', 2, 'expected the end of the JSON text, got `,`', { code: 'several_texts' }],
    ['{a: 1}', 1, 'expected a key in quotes, got `a`', { code: 'quoted_key', suggestion: '"a"' }],
    ['{"a": 1, true: 2}', 9, 'expected a key in quotes, got `true`', { code: 'quoted_key', suggestion: '"true"' }],
    ['{1: 2}', 1, 'expected a key in quotes, got `1`'],
    ['{"a" 1}', 5, 'expected `:`, got `1`'],
    ["['a']", 1, "expected a value, got `'a'`", { code: 'double_quotes' }],
    ["{'a': 1}", 1, "expected a key in quotes, got `'a'`", { code: 'double_quotes' }],
    ['[“a”]', 1, 'expected a value, got `“a”`', { code: 'double_quotes' }],
    ['[`a`]', 1, "expected a value, got `'a'`", { code: 'double_quotes' }],
    ['[1 "a"]', 3, 'expected `,` or `]`, got a string'],
    ['{} {}', 3, 'expected the end of the JSON text, got `{`', { code: 'several_texts' }],
    ['[1] // done', 4, 'expected the end of the JSON text, got a comment', { code: 'remove_comment' }],
    ['# a\n[1]', 0, 'expected a value, got `#`', { code: 'remove_comment' }],
    ['[01]', 1, 'a number begins with a 0 too many'],
    ['[0x1F]', 1, 'a number is written in hexadecimal', { code: 'json_word', suggestion: '31' }],
    ['[+1]', 1, 'expected a value, got `+1`', { code: 'json_word', suggestion: '1' }],
    ['[.5]', 1, 'expected a value, got `.5`', { code: 'json_word', suggestion: '0.5' }],
    ['[-.5]', 1, 'expected a value, got `-.5`', { code: 'json_word', suggestion: '-0.5' }],
    ['<<<<<<< HEAD\n{}', 0, 'expected a value, got `<<<<<<<`', { code: 'conflict' }],
    ['[-007.5]', 1, 'a number begins with a 0 too many'],
    ['[1.]', 1, 'a number ends too early'],
    ['[-]', 1, 'expected a value, got `-`'],
    ['[NaN]', 1, 'expected a value, got `NaN`', { code: 'json_word', suggestion: 'null' }],
    ['[None]', 1, 'expected a value, got `None`', { code: 'json_word', suggestion: 'null' }],
    ['[True]', 1, 'expected a value, got `True`', { code: 'json_word', suggestion: 'true' }],
    ['[-Infinity]', 1, 'expected a value, got `-Infinity`', { code: 'json_word', suggestion: 'null' }],
    [`[${'x'.repeat(50)}]`, 1, `expected a value, got \`${'x'.repeat(40)}…\``],
    ['[😀]', 1, 'expected a value, got `😀`'],
    ['[1e400]', 1, 'the number `1e400` is out of range'],
    ['["\\x"]', 1, 'a string has an unknown escape', { code: 'escape' }],
    ['["\\u12"]', 1, 'a string has a `\\u` without four hexadecimal digits'],
    ['["\t"]', 1, 'a string has a control character, which must be escaped'],
    ['[1, "\\ud800"]', 4, 'a string has half of a surrogate pair (\\ud800 to \\udfff)'],
    ['{"\\udc00": 1}', 1, 'a string has half of a surrogate pair (\\ud800 to \\udfff)'],
    ['\ufeff{}', 0, 'expected a value, got a byte order mark, which the gateway refuses'],
    ['\u00a0{}', 0, 'expected a value, got `\u00a0`', { code: 'space' }],
  ])('%j', (text, offset, message, hint) => {
    expect(readJson(text)).toEqual({ ok: false, offset, end: expect.any(Number) as number, message, hint });
  });

  it.each([
    ['[1, None]', 'None'],
    ['[1 "a b"]', '"a b"'],
    ['{"a":1,}', ','],
    ['{"a":"\\x"}', '"\\x"'],
    ['[1e400]', '1e400'],
  ])('is pointed at in %j: %s', (text, part) => {
    const result = readJson(text);
    expect(!result.ok && text.slice(result.offset, result.end)).toBe(part);
  });
});
