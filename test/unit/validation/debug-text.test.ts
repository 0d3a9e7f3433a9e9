import { describe, expect, it } from 'vitest';
import { debugText } from '../../../src/validation/debug-text.ts';

describe("text as Rust's {:?} writes it", () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c', String.raw`"a\"b\\c"`],
    ["it's", `"it's"`],
    ['\0\t\r\n', String.raw`"\0\t\r\n"`],
    ['\u0007\u001b\u007f', String.raw`"\u{7}\u{1b}\u{7f}"`],
    ['é😀', '"é😀"'],
    ['e\u0301', String.raw`"e\u{301}"`],
    ['\u00a0\u00ad\u200b\u2028\ufeff', String.raw`"\u{a0}\u{ad}\u{200b}\u{2028}\u{feff}"`],
    ['\ue000\u{10ffff}', String.raw`"\u{e000}\u{10ffff}"`],
  ])('%j', (text, expected) => {
    expect(debugText(text)).toBe(expected);
  });
});
