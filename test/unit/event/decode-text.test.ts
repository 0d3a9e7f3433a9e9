import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, isLfsPointer } from '../../../src/event/decode-text.ts';

describe('decodeText', () => {
  it('reads UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (inside) => {
        const text = `"${inside.replaceAll('\0', '')}\ufffd"`;
        expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text });
      }),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'the file is empty'],
    ['white space', Buffer.from(' \r\n\t'), 'the file is empty'],
    ['a byte order mark', Buffer.from('\ufeff{}'), /begins with a byte order mark/],
    ['little-endian UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
    ['big-endian UTF-16', Buffer.from('\ufeff{}', 'utf16le').swap16(), /UTF-16/],
    ['little-endian UTF-16 without a mark', Buffer.from('{}', 'utf16le'), /UTF-16/],
    ['big-endian UTF-16 without a mark', Buffer.from('{}', 'utf16le').swap16(), /UTF-16/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x31, 0, 0, 0]), /UTF-32/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /binary/],
  ])('names %s', (_, bytes, message) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it('gives the text before a NUL byte', () => {
    expect(decodeText(Buffer.from('{\n"é": \0'))).toMatchObject({ ok: false, before: '{\n"é": ' });
  });

  it.each([
    ['a byte that begins nothing', [0xff], '0xff'],
    ['a sequence that breaks off', [0xe2, 0x82, 0x22], '0xe2'],
    ['a sequence that the end breaks off', [0xf0, 0x9f, 0x98], '0xf0'],
    ['a byte of Latin-1', [0xe9, 0x22], '0xe9'],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80], '0xed'],
    ['an overlong spelling', [0xc0, 0xaf], '0xc0'],
  ])('finds %s', (_, broken, name) => {
    const before = '{"😀": "\ufffdé';
    const result = decodeText(Buffer.concat([Buffer.from(before), Buffer.from(broken)]));
    expect(result).toEqual({
      ok: false,
      message: `the text is not UTF-8, as the byte \`${name}\` shows; save it as UTF-8`,
      before,
    });
  });
});

describe('isLfsPointer', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';

  it.each([
    [true, 'a pointer', pointer],
    [true, 'a pointer with extensions', pointer.replace('oid', 'ext-0-foo sha256:1234\noid')],
    [false, 'JSON', '{"version": "https://git-lfs.github.com/spec/v1"}'],
    [false, 'a text about pointers', `# About\n${pointer}`],
    [false, 'a longer file that begins like one', pointer + 'x'.repeat(1024)],
  ])('is %s for %s', (expected, _, text) => {
    expect(isLfsPointer(Buffer.from(text))).toBe(expected);
  });
});
