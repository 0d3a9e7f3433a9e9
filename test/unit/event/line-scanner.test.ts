import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { readJsonExactly } from '../../../src/event/exact-json.ts';
import { blockCapacity, endOf, makeLineScanner, marksOf } from '../../../src/event/line-scanner.ts';
import type { LineScanner, ScannedBlock } from '../../../src/event/line-scanner.ts';
import { mayMisread } from '../../../src/event/misreading.ts';
import { readScannedJson } from '../../../src/event/read-json.ts';
import { scanLinesWat } from '../../../src/event/scan-lines-wat.ts';
import { brokenJsonText, jsonText, numberText, stringText } from './json-arbitrary.ts';

const fuzz = process.env['CI'] !== undefined || process.env['FUZZ'] !== undefined;

it('the committed program is the assembled text', async () => {
  const assembler = await wabt();
  const program = assembler.parseWat('scan-lines.wat', scanLinesWat, { simd: true });
  program.resolveNames();
  program.validate();
  const base64 = Buffer.from(program.toBinary({}).buffer).toString('base64');
  await expect(
    `/** scan-lines-wat.ts, assembled. */\nexport const scanLinesCode =\n  '${base64}';\n`,
  ).toMatchFileSnapshot('../../../src/event/scan-lines-code.ts');
});

const scanner = makeLineScanner() as LineScanner;

function scan(text: string): ScannedBlock & { readonly block: Buffer } {
  const block = Buffer.from(text);
  const scanned = scanner.scanBlock(block);
  if (scanned === undefined) throw new Error('the block is too large');
  return { ...scanned, block };
}

const oneLine = (texts: fc.Arbitrary<string>) => texts.map((text) => text.replaceAll('\n', ' '));
/** Of 0 to 130 bytes, so that what follows begins anywhere in a word of 64. */
const shift = fc.integer({ min: 0, max: 130 }).map((length) => 'x'.repeat(length));
const number = numberText.map((text) => `{"a": ${text}}`);
const line = fc.oneof(
  number,
  fc.array(numberText, { maxLength: 4 }).map((numbers) => `[${numbers.join(',')}]`),
  numberText,
  fc.tuple(shift, number).map(([text, object]) => `["${text}",${object}]`),
  fc.array(stringText).map((strings) => `[${strings.join(',')}]`),
  oneLine(jsonText),
  brokenJsonText,
  fc.constantFrom('', ' ', '\r', '"', '\\', '"\\', '"\\\\"', '{"é": 1.0}', '\\"', '"\\"", 1.0'),
);

describe('a scan of a block', () => {
  it('tells each line that JSON.parse would misread, and where all lines end', () => {
    fc.assert(
      fc.property(shift, fc.array(line, { maxLength: 6 }), (first, others) => {
        const text = [`"${first}"`, ...others].join('\n');
        const { lines, block, isAscii } = scan(text);
        expect(isAscii).toBe(block.length === text.length);
        let start = 0;
        for (const [index, one] of text.split('\n').entries()) {
          const entry = lines[index] ?? 0;
          expect(block.toString('utf8', start, endOf(entry))).toBe(one);
          expect(readScannedJson(one, marksOf(entry)), `${marksOf(entry)} ${one}`).toEqual(readJsonExactly(one));
          start = endOf(entry) + 1;
        }
        expect(start).toBe(block.length + 1);
      }),
      { numRuns: fuzz ? 20_000 : 2000 },
    );
  });

  it('of a text says the same of all its lines together', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (some) => {
        const text = some.join('\n');
        const marks = [...scan(text).lines].map(marksOf).reduce((all, each) => all | each, 0);
        expect(scanner.marksOfText(text)).toBe(marks);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '{"a":-0.5,"b":0.1234567890123456,"c":123456789012345,"d":10.01,"e":1577836800.123456}',
    '{"true":true,"false":false,"null":null,"at":"2024-01-05T00:00:00.000Z","id":"3e5","more":"-0, 1.0 [{[{"}',
    '{"é":"1.0","😀":0.09999}',
    '["x",1,-1,[2],{"k":30}]',
    `["${'['.repeat(200)}"]`,
  ])('marks nothing in %s', (text) => {
    expect([...scan(text).lines].map(marksOf)).toEqual([0]);
  });

  it('marks a line by itself, whatever its neighbours are', () => {
    const broken = ['{"a":"', '"', '\\', '{"a\\":"b', '[1.0', '1e5,"'];
    const text = broken.flatMap((one) => [one, '{"a":"1.0","b":1}', one, '{"a":1.0}']).join('\n');
    const marks = [...scan(text).lines].map(marksOf).filter((_, index) => index % 2 === 1);
    expect(marks).toEqual(broken.flatMap(() => [0, 2]));
  });

  it('marks what nests too deep', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect([...scan(`${nested(60)}\n1\n${nested(128)}\n2`).lines].map(marksOf)).toEqual([0, 0, 2, 0]);
    expect(readScannedJson(nested(127), 2)).toMatchObject({ ok: true });
    expect(readScannedJson(nested(128), 2)).toMatchObject({ ok: false });
  });

  it('holds blocks and texts to its size', () => {
    const { lines } = scan('\n'.repeat(blockCapacity));
    expect(lines).toHaveLength(blockCapacity + 1);
    expect(lines.every((entry, index) => endOf(entry) === index)).toBe(true);
    expect(scanner.scanBlock(Buffer.alloc(blockCapacity + 1))).toBeUndefined();
    expect(scanner.marksOfText(`${'x'.repeat(blockCapacity)} 1.0`)).toBeUndefined();
    expect(scanner.marksOfText('é'.repeat(blockCapacity / 2 + 1))).toBeUndefined();
  });
});

it('the guard of single texts finds no more with the scanner than without, and misses nothing', () => {
  const texts = fc.sample(fc.oneof(line, jsonText), 3000);
  const before = texts.map(mayMisread);
  // By now it pays.
  for (let length = 0; length < 1e6; length += 1000) mayMisread('x'.repeat(1000));
  for (const [index, text] of texts.entries()) {
    if (mayMisread(text)) expect(before[index], text).toBe(true);
    else expect(readScannedJson(text, 0), text).toEqual(readJsonExactly(text));
  }
});
