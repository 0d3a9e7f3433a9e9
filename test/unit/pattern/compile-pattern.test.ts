import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../src/pattern/compile-pattern.ts';
import { nativePattern } from '../../../src/pattern/native-subset.ts';

function isMatch(pattern: string, text: string): boolean {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.error);
  return result.matcher.test(text);
}

it.each([
  ['b', 'abc', true],
  ['^b', 'abc', false],
  ['^\\d+$', '٣', true],
  ['^\\w+$', 'é', true],
  ['\\bé', 'aé', false],
  ['(?i)^k$', '\u212A', true],
  ['^\\d+$', '1\n', false],
  ['^.\\z', '\u2028', true],
  ['[a-c--b]', 'b', false],
  ['^\\pL\0$', 'é\0', true],
  ['^*', '', true],
  ['x{1}{2}', 'xx', true],
  ['[]a]', ']', true],
])('%j on %j: %s', (pattern, text, expected) => {
  expect(isMatch(pattern, text)).toBe(expected);
});

it('takes a lone surrogate for one character, natively and in Rust', () => {
  expect(isMatch('^[^@]$', '\uD800')).toBe(true);
  expect(isMatch('^[^@\\s]$', '\uD800')).toBe(true);
});

it.each([
  ['[', 'regex parse error:\n    [\n    ^\nerror: unclosed character class'],
  ['a\\Z', 'regex parse error:\n    a\\Z\n     ^^\nerror: unrecognized escape sequence'],
  ['é(', 'regex parse error:\n    é(\n     ^\nerror: unclosed group'],
  ['a{,2}', 'regex parse error:\n    a{,2}\n      ^\nerror: repetition quantifier expects a valid decimal'],
  [
    '(?=a)',
    'regex parse error:\n    (?=a)\n    ^^^\nerror: look-around, including look-ahead and look-behind, is not supported',
  ],
  ['a{1000000}', 'Compiled regex exceeds size limit of 10485760 bytes.'],
  ['a\n(', `regex parse error:\n${'~'.repeat(79)}\n1: a\n2: (\n   ^\n${'~'.repeat(79)}\nerror: unclosed group`],
])('refuses %j in the words of Rust', (pattern, error) => {
  expect(compilePattern(pattern)).toEqual({ ok: false, error });
});

it('answers the ten thousandth text as the first', () => {
  const result = compilePattern('^[a-f0-9]{3}(?:-[^x]|y$)');
  if (!result.ok) throw new Error(result.error);
  const texts = ['a1f-é', 'a1f-x', '00fy', '00fy ', '00f', '', '😀', `abc-${'z'.repeat(40)}`];
  const expected = [true, false, true, false, false, false, false, true];
  for (let round = 0; round < 1250; round++) {
    expect(texts.map((text) => result.matcher.test(text))).toEqual(expected);
  }
});

describe('long texts', () => {
  it('a pattern that backtracking never finishes is answered', () => {
    expect(nativePattern('^(a+)+$')).toBeUndefined();
    expect(isMatch('^(a+)+$', `${'a'.repeat(100_000)}!`)).toBe(false);
    expect(isMatch('^(a+)+$', 'a'.repeat(100_000))).toBe(true);
  });

  it('a text that overflows the stack of V8 is answered', () => {
    expect(isMatch('^[^@]+@', '😀'.repeat(10_000_000))).toBe(false);
  });

  it.each([65_536, 65_537, 10_000_000])('of %i characters', (length) => {
    const text = `${'a'.repeat(length - 1)}é`;
    expect(isMatch('^[a-y]+[^z]$', text)).toBe(true);
    expect(isMatch('^[a-y]+$', text)).toBe(false);
  });
});
