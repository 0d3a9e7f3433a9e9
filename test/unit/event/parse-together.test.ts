import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLineScanner } from '../../../src/event/line-scanner.ts';
import type { LineScanner } from '../../../src/event/line-scanner.ts';
import { parseTogether } from '../../../src/event/parse-together.ts';
import { brokenJsonText, jsonText, stringText } from './json-arbitrary.ts';

const scanner = makeLineScanner() as LineScanner;

function parse(text: string | Buffer): readonly unknown[] | undefined {
  const block = Buffer.from(text as string);
  const scanned = scanner.scanBlock(block);
  if (scanned === undefined) throw new Error('the block is too large');
  return parseTogether(block, scanner, scanned);
}

/** What each line has by itself; undefined where one has no value. Behind the last line end is no line. */
function parseEach(text: string): unknown[] | undefined {
  try {
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    return undefined;
  }
}

/** Lines that are only well-formed together with others, if at all. */
const fragment = fc
  .array(
    fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', '1', '"a"', '{"a":', '{}', '[]', '],[', '},{', ' ', '\r'),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const oneLine = (texts: fc.Arbitrary<string>) => texts.map((text) => text.replaceAll('\n', ' '));

/** Values with line ends in place of some commas, wherever these stand: with a comma in place of each it is well-formed again. */
const cut = fc
  .tuple(fc.array(oneLine(jsonText), { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.boolean()))
  .map(([values, choices]) => values.join(',').replaceAll(',', () => (choices.next().value ? '\n' : ',')));

describe('lines that are parsed together', () => {
  it.each([
    ['fragments', fragment],
    ['values and fragments', fc.oneof({ weight: 4, arbitrary: oneLine(jsonText) }, fragment, stringText)],
    ['broken texts', fc.oneof({ weight: 4, arbitrary: oneLine(jsonText) }, oneLine(brokenJsonText))],
  ])('have the values that each has by itself, or none: %s', (_, line) => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '\n'), (lines, end) => {
        const text = `${lines.join('\n')}${end}`;
        const together = parse(text);
        if (together !== undefined) expect(together).toEqual(parseEach(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('have the values that each has by itself, or none: cut at any comma', () => {
    fc.assert(
      fc.property(cut, (text) => {
        const together = parse(text);
        if (together !== undefined) expect(together).toEqual(parseEach(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('are taken where all are well-formed', () => {
    const line = oneLine(jsonText).filter((text) => parseEach(text) !== undefined && !text.includes('\ufffd'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '\n'), (lines, end) => {
        // A text with half of a surrogate pair is none in UTF-8.
        fc.pre(lines.every((one) => one.isWellFormed()));
        const text = `${lines.join('\n')}${end}`;
        expect(parse(text)).toEqual(parseEach(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a list that two lines share, and one with two values', '1,2\n[3\n4]'],
    ['a list that ends ours', '{}],[{}'],
    ['a string over a line end', '"a\nb"'],
    ['a string over two line ends', '"a\n1\nb"'],
    ['an object over a line end', '{"a":1\n"b":2}'],
    ['an escaped line end', '"a\\\n"'],
    ['two values, and none', '1,2\n'],
    ['one value too many', '1\n2,3'],
    ['nothing', ''],
    ['a blank line', '1\n\n2'],
    ['nothing but a line end', '\n'],
    ['white space', ' \n'],
    ['a byte order mark', '\ufeff1\n2'],
    ['a character that stands for what is no UTF-8', '"\ufffd"'],
  ])('are left to be read one by one: %s', (_, text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('may be of any characters, white space, and line ends of Windows', () => {
    expect(parse('{"é":"😀"}\r\n \t[1, 2]\r\n"\\n"')).toEqual([{ é: '😀' }, [1, 2], '\n']);
    expect(parse(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
  });

  it('may fill a block', () => {
    const lines = Array.from({ length: 16_384 }, (_, index) => String(1_000_000 + index));
    expect(parse(`${lines.join('\n')}\n`)).toEqual(lines.map((line) => Number(line)));
  });
});
