import { describe, expect, test } from 'vitest';
import { accepted, enumValue, refused, withTop } from './contracts.ts';

describe('scalars', () => {
  test.each([
    ['a b', 'a b'],
    ['a#b', 'a#b'],
    ['a #b', 'a'],
    ['a:b', 'a:b'],
    ['a\tb', 'a\tb'],
    ['-a', '-a'],
    ['?a', '?a'],
    [':a', ':a'],
    ['a\n        b\n\n        c', 'a b\nc'],
    ['a\u0085        b', 'a b'],
    ['a\u2028        b', 'a\u2028b'],
    ['a\u00a0b', 'a\u00a0b'],
    ["'it''s'", "it's"],
    ['"a"#b', 'a'],
    ['"a\nb"', 'a b'],
    ['"a \n\n  b"', 'a\nb'],
    ['"a \\\n  b"', 'a b'],
    ['"\\x41\\u00e9\\U0001f600"', 'Aé😀'],
    ['"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P"', '\0\x07\b\t\n\v\f\r\x1b "/\\\u0085\u00a0\u2028\u2029'],
    ['|\n        x\n         y\n', 'x\n y\n'],
    ['|-\n        x\n\n', 'x'],
    ['|+\n        x\n', 'x\n\n'],
    ['|2\n          x\n', '  x\n'],
    ['>\n        a\n        b\n\n        c\n          d\n        e\n', 'a b\nc\n  d\ne\n'],
    ['>-\n        a\n', 'a'],
    ['|', ''],
    ['| # why\n        x', 'x\n'],
  ])('%j', (yaml, value) => {
    expect(enumValue(yaml)).toBe(value);
  });
});

describe('collections', () => {
  test.each([
    ['[a, b,]', ['a', 'b']],
    ['[-, zz]', ['-', 'zz']],
    ['[a: b, c]', [{ a: 'b' }, 'c']],
    ['[? a : b]', [{ a: 'b' }]],
    ['["a":b]', [{ a: 'b' }]],
    ['[a?, http://x]', ['a?', 'http://x']],
    ['[a]#c', ['a']],
    ['[a,\nb\n]', ['a', 'b']],
    ['{a, b: c}', { a: null, b: 'c' }],
    ['{? a}', { a: null }],
    ['{"a":1}', { a: 1 }],
    ['{a: ,b: 2}', { a: null, b: 2 }],
    ['{a:1}', { 'a:1': null }],
    ['- a\n        - b', ['a', 'b']],
    ['a:\n        - b\n        c: d', { a: ['b'], c: 'd' }],
    ['? a\n        : b', { a: 'b' }],
    ['? a', { a: null }],
    ['"a" : b', { a: 'b' }],
    ['&x a: *x', { a: 'a' }],
    ['&x [1, &y {z: 2}, *y]', [1, { z: 2 }, { z: 2 }]],
  ])('%j', (yaml, value) => {
    expect(enumValue(yaml)).toEqual(value);
  });

  test('an anchor named twice takes the number, and so the aliases, of the next', () => {
    expect(enumValue('[&a 1, &a 2, &b 3, *a, *b]')).toEqual([1, 2, 3, 3, 3]);
  });
});

describe('documents', () => {
  test.each([
    ['%YAML 1.1\n---\n', ''],
    ['%YAML 1.2 # c\n---\n', ''],
    ['%TAG !e! tag:yaml.org,2002:\n--- !e!map\n', ''],
    ['---\n', '...\n'],
    ['', '...\n# end'],
    ['# c\r\n', ''],
  ])('%j before and %j after', (before, after) => {
    expect(accepted(before + withTop('').trimStart() + after).name).toBe('orders');
  });

  test('reads CRLF and JSON', () => {
    expect(accepted(withTop('description: a').replaceAll('\n', '\r\n')).description).toBe('a');
    expect(accepted('{"version":"1","name":"\\u00e9","ontology":{"entities":[]}}').name).toBe('é');
  });

  test.each([
    ['---\n', '---\n'],
    ['', '...\nmore'],
    ['%YAML 1.3\n---\n', ''],
    ['%YAML 2.0\n---\n', ''],
    ['%YAML 1.1\n', ''],
    ['%YAML 1.1\n%YAML 1.1\n---\n', ''],
    ['%FOO bar\n---\n', ''],
    ['\ufeff', ''],
    ['--- ', ''],
  ])('%j before and %j after are refused', (before, after) => {
    expect(refused(before + withTop('').trimStart() + after).line).toBeGreaterThan(0);
  });
});

describe('a syntax error is one sentence with its place', () => {
  test.each([
    ['x: [a,,b]', 'did not find expected node content, while parsing a flow node', 1, 7],
    ['x: [a b: c', "did not find expected ',' or ']', while parsing a flow sequence", 2, 8],
    ['x: {a:}', "found unexpected ':', while scanning a plain scalar", 1, 6],
    ['x: a: b', 'mapping values are not allowed in this context', 1, 5],
    ['x: - a', 'block sequence entries are not allowed in this context', 1, 4],
    ['x: @a', 'found character that cannot start any token, while scanning for the next token', 1, 4],
    ['\tx: a', 'found character that cannot start any token, while scanning for the next token', 1, 1],
    ['x: *a', 'unknown anchor', 1, 4],
    ['x: &é b', 'did not find expected alphabetic or numeric character, while scanning an anchor', 1, 5],
    ['x: !a!b c', 'found undefined tag handle, while parsing a node', 1, 4],
    ['x: !<tag c', "did not find the expected '>', while scanning a tag", 1, 9],
    ['x: "\\d"', 'found unknown escape character, while parsing a quoted scalar', 1, 5],
    ['x: "\\ud800"', 'found invalid Unicode character escape code, while parsing a quoted scalar', 1, 7],
    ['x: "\\xg0"', 'did not find expected hexadecimal number, while parsing a quoted scalar', 1, 7],
    ['x: |0\n a', 'found an indentation indicator equal to 0, while scanning a block scalar', 1, 6],
    ['x: | a', 'did not find expected comment or line break, while scanning a block scalar', 1, 6],
    ['x: a\ny\nz: b', "could not find expected ':', while scanning a simple key", 3, 1],
    [': a', 'did not find expected key, while parsing a block mapping', 1, 1],
    ['x: a\u0007', 'control characters are not allowed', 1, 5],
    ['x: "a', 'found unexpected end of stream, while scanning a quoted scalar', 5, 1],
    [`${'k'.repeat(1025)}: v`, 'mapping values are not allowed in this context', 1, 1026],
    [`x: a\n${'k'.repeat(1025)}: v`, "could not find expected ':', while scanning a simple key", 2, 1026],
  ])('%j', (yaml, message, line, column) => {
    expect(refused(withTop(yaml))).toMatchObject({ message, line, column });
  });

  const tab = 'There is a tab in the indentation, where YAML wants spaces.';
  test.each([
    ['\tx: a', tab],
    ['x:\n  - a\n\t- b', tab],
    ['x:\n  y: a\n  \tz: b', tab],
    ['x:\n  - a\ny: [\tb', undefined],
    ['x: a: b', 'A text with a colon and a space in it needs quotes around it.'],
    ['x: a\n  y: b', 'This line is indented as if it belonged to the value before it.'],
    ['x:\n  -y: b\n   z: c', 'A dash needs a space after it.'],
    ['x:"a"\ny: b', 'A colon needs a space after it.'],
    ['x: {a,b}/*.json', 'A text that begins with a bracket or brace needs quotes around it.'],
    ['x:\n  y: a\n z: b', 'The indentation of this line does not go with that of those before it.'],
    ['<<<<<<< HEAD\nx: a\n=======\nx: b\n>>>>>>> topic', 'A merge conflict is not resolved.'],
    ['x: @a', 'A text that begins with this character needs quotes around it.'],
    ['x: "^\\d+$"', 'Write the text in single quotes, where a backslash is nothing special.'],
    ['x: *.json', 'A text that begins with * needs quotes around it.'],
    ['x: [a,,b]', undefined],
  ])('%j has the hint %s', (yaml, hint) => {
    expect(refused(withTop(yaml)).hint).toBe(hint);
  });

  test('a key may be 1024 bytes long, not characters', () => {
    expect(accepted(withTop(`${'k'.repeat(1024)}: v`)).unknownKeys).toHaveLength(1);
    expect(accepted(withTop(`${'é'.repeat(512)}: v`)).unknownKeys).toHaveLength(1);
    expect(refused(withTop(`${'é'.repeat(513)}: v`)).line).toBe(1);
  });
});
