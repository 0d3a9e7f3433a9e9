import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePaths, decodePath, displayPath, encodePath } from '../../../src/git/path.ts';

const bytes = fc
  .oneof(
    fc.uint8Array({ minLength: 0, maxLength: 12 }),
    // Dense in what UTF-8 is strict about: leads, continuations, overlong forms, encoded surrogates, U+FFFD itself.
    fc
      .array(fc.constantFrom(0x2f, 0x41, 0x80, 0xb2, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xef, 0xbd, 0xf0, 0x9f, 0xf4, 0xff))
      .map((values) => Uint8Array.from(values)),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  )
  .map((values) => Buffer.from(values));

describe('paths are bytes', () => {
  test('any bytes survive the way there and back', () => {
    fc.assert(
      fc.property(bytes, (path) => {
        expect(encodePath(decodePath(path))).toEqual(path);
      }),
      { numRuns: 2000 },
    );
  });

  test('different bytes are different paths', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(decodePath(a) === decodePath(b)).toBe(a.equals(b));
      }),
    );
  });

  test('paths are ordered as git orders them', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(Math.sign(comparePaths(decodePath(a), decodePath(b)))).toBe(Buffer.compare(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['plain/é/😀.json', Buffer.from('plain/é/😀.json')],
    ['\udcff', Buffer.from([0xff])],
    ['caf\udce9.json', Buffer.from('café.json', 'latin1')],
    ['\uFFFD', Buffer.from([0xef, 0xbf, 0xbd])],
    ['\udced\udcb2\udc80', Buffer.from([0xed, 0xb2, 0x80])],
    ['\uFEFFa', Buffer.from([0xef, 0xbb, 0xbf, 0x61])],
  ])('%j', (path, raw) => {
    expect(decodePath(raw)).toBe(path);
  });
});

test.each([
  ['fixtures/ä [x] "y" \\ z.json', 'fixtures/ä [x] "y" \\ z.json'],
  ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
  ['a\\n\n', 'a\\\\n\\n'],
  ['\u001B[31mred', '\\u{1b}[31mred'],
  ['caf\udce9', 'caf\\xe9'],
  ['nosj.\u202Egnp', 'nosj.\\u{202e}gnp'],
  ['a\u200Bb\u2028c', 'a\\u{200b}b\\u{2028}c'],
  ['half \ud83d of a pair', 'half \\u{d83d} of a pair'],
])('%j is shown as %s', (path, shown) => {
  expect(displayPath(path)).toBe(shown);
});
