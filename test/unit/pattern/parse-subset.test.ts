import { describe, expect, it } from 'vitest';
import { ecmascriptSource } from '../../../src/pattern/ecmascript-source.ts';
import { parseSubset } from '../../../src/pattern/parse-subset.ts';
import { rustRegex } from '../../../src/pattern/rust-engine.ts';

describe('patterns that are read, and what JavaScript is given', () => {
  it.each([
    ['', '(?:)'],
    ['a', String.raw`(?:[\x61])`],
    ['^a$', String.raw`(?:^[\x61]$)`],
    ['a|', String.raw`(?:[\x61]|)`],
    ['(a)(?:b)', String.raw`(?:(?:[\x61])(?:[\x62]))`],
    ['a*b+c?', String.raw`(?:(?:[\x61]){0,}(?:[\x62]){1,}(?:[\x63]){0,1})`],
    ['a{2}b{2,}c{02,3}', String.raw`(?:(?:[\x61]){2,2}(?:[\x62]){2,}(?:[\x63]){2,3})`],
    ['a+?', String.raw`(?:(?:[\x61]){1,})`],
    ['.', String.raw`(?:[^\x0a])`],
    [']}', String.raw`(?:[\x5d][\x7d])`],
    [String.raw`\-\/\_\#\ \"`, String.raw`(?:[\x2d][\x2f][\x5f][\x23][\x20][\x22])`],
    [String.raw`\n\r\t`, String.raw`(?:[\x0a][\x0d][\x09])`],
    ['[a-cx]', String.raw`(?:[\x61-\x63\x78])`],
    ['[^@]', String.raw`(?:[^\x40])`],
    ['[-a]', String.raw`(?:[\x2d\x61])`],
    ['[a-]', String.raw`(?:[\x2d\x61])`],
    ['[a-c-e]', String.raw`(?:[\x2d\x61-\x63\x65])`],
    ['[a^$.|(*]', String.raw`(?:[\x24\x28\x2a\x2e\x5e\x61\x7c])`],
    [String.raw`[\]\[\\]`, String.raw`(?:[\x5b-\x5d])`],
    ['[&~]', String.raw`(?:[\x26\x7e])`],
    ['a{0}', String.raw`(?:(?:[\x61]){0,0})`],
  ])('%j', (pattern, source) => {
    const syntax = parseSubset(pattern);
    expect(syntax && ecmascriptSource(syntax)).toBe(source);
    expect(() => new RegExp(source, 'u')).not.toThrow('regex parse error');
  });
});

describe('patterns that are left to Rust', () => {
  it.each([
    ['é', 'not ASCII'],
    [String.raw`\d`, 'Unicode class'],
    [String.raw`\w`, 'Unicode class'],
    [String.raw`\bfoo`, 'Unicode word boundary'],
    [String.raw`\pL`, 'Unicode class'],
    [String.raw`\x41`, 'hexadecimal escape'],
    [String.raw`a\z`, 'end of text, which JavaScript does not know'],
    [String.raw`\<a`, 'start of word'],
    ['(?i)a', 'flags'],
    ['(?P<n>a)', 'named group'],
    ['(?<n>a)', 'named group'],
    ['[a&&b]', 'intersection'],
    ['[a--b]', 'difference'],
    ['[!--a]', 'difference that looks like a range'],
    ['[a~~b]', 'symmetric difference'],
    ['[a[b]]', 'nested class'],
    ['[[:alpha:]]', 'POSIX class'],
    [String.raw`[\d]`, 'Unicode class in a class'],
    ['[]a]', 'leading bracket'],
    ['[^]a]', 'leading bracket'],
    ['^*', 'repeated assertion'],
    ['$+', 'repeated assertion'],
    ['a**', 'two quantifiers'],
    ['a++', 'two quantifiers, in other languages one'],
    ['x{1}{2}', 'two quantifiers'],
    ['a{1, 2}', 'blank in a repetition'],
    ['('.repeat(33) + ')'.repeat(33), 'deep'],
  ])('%j: %s', (pattern) => {
    expect(parseSubset(pattern)).toBeUndefined();
    expect(rustRegex(pattern)).toBeDefined();
  });

  it.each([
    '[',
    'a{',
    '{2}',
    '*',
    '(',
    ')',
    '[b-a]',
    'a{2,1}',
    'a{,2}',
    'a{a}',
    '(?=a)',
    '(?<!a)',
    '(?',
    '\\',
    '\\0',
    '[]',
    '[a',
  ])('%j, which Rust refuses', (pattern) => {
    expect(parseSubset(pattern)).toBeUndefined();
    expect(() => rustRegex(pattern)).toThrow('regex parse error');
  });
});

/** Each ASCII character, and representatives of the others: a pattern of one position is fully known by these texts. */
const oneCharacterTexts = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  '\u{85}',
  'é',
  '\u{212A}',
  '😀',
];

function charactersOf(test: (text: string) => boolean): string[] {
  return oneCharacterTexts.filter(test);
}

function spellings(alphabet: string, lengths: readonly number[]): string[] {
  const longer = (words: readonly string[]) => words.flatMap((word) => Array.from(alphabet, (letter) => word + letter));
  return lengths.flatMap((length) => Array.from({ length }).reduce<string[]>(longer, ['']));
}

describe('one position, in every writing', () => {
  const ascii = oneCharacterTexts.slice(0, 128);
  const classBodies = [...spellings('ac!-&~^[]\\', [1, 2, 3]), ...spellings('a!-&~', [4])];

  it.each([
    ['a character', ascii, 100],
    ['an escaped character', ascii.map((character) => `\\${character}`), 30],
    ['a class of one', ascii.map((character) => `[${character}]`), 100],
    ['a class of an escaped character', ascii.map((character) => `[\\${character}]`), 30],
    ['a negated class', ascii.map((character) => `[^${character}]`), 100],
    ['a class of up to four characters that matter', classBodies.map((body) => `[${body}]`), 800],
  ])('%s means what it means in Rust', (_, patterns, fewest) => {
    let accepted = 0;
    for (const pattern of patterns) {
      const syntax = parseSubset(pattern);
      if (syntax === undefined) continue;
      accepted += 1;
      const native = new RegExp(`^(?:${ecmascriptSource(syntax)})$`, 'u');
      const rust = rustRegex(`^(?:${pattern})$`);
      expect({ pattern, found: charactersOf((text) => native.test(text)) }).toEqual({
        pattern,
        found: charactersOf((text) => rust.isMatch(text)),
      });
    }
    expect(accepted).toBeGreaterThanOrEqual(fewest);
  });
});
