import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonExactly } from '../../../src/event/exact-json.ts';
import { mayMisread } from '../../../src/event/misreading.ts';
import { readJson } from '../../../src/event/read-json.ts';
import { brokenJsonText, jsonText, numberText, stringText } from './json-arbitrary.ts';

/** What JSON.parse makes of a text that the guard lets pass. */
function parse(text: string): ReturnType<typeof readJsonExactly> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return readJsonExactly(text);
  }
}

describe('a text that the guard lets pass is read by JSON.parse as by serde_json', () => {
  it.each([
    ['numbers', numberText.map((number) => `{"a": ${number}}`)],
    ['numbers in a list', fc.array(numberText, { maxLength: 3 }).map((numbers) => `[${numbers.join(', ')}]`)],
    ['strings', fc.array(stringText).map((strings) => `[${strings.join(',')}]`)],
    ['any values', jsonText],
    ['texts that are broken in one place', brokenJsonText],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!mayMisread(text));
        expect(parse(text)).toEqual(readJsonExactly(text));
      }),
      { numRuns: 1000, maxSkipsPerRun: 1000 },
    );
  });

  it('each line of a block, too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(numberText, stringText), { minLength: 2, maxLength: 3 }), (lines) => {
        fc.pre(!mayMisread(lines.join('\n')));
        for (const line of lines) expect(parse(line)).toEqual(readJsonExactly(line));
      }),
      { numRuns: 500, maxSkipsPerRun: 1000 },
    );
  });
});

describe('the guard', () => {
  it.each([
    '-0',
    '1.0',
    '-2.00',
    '1e2',
    '1E-2',
    '1.5e3',
    '1e400',
    '9007199254740993',
    '12345678901234567',
    '1234567890.0000001',
    '4503599.9999999999',
    '18446744073709551616',
  ])('finds %s wherever it stands', (number) => {
    for (const text of [number, ` ${number} `, `[${number}]`, `{"a":${number}}`, `[1, ${number}\n]`, `{}\n${number}`]) {
      expect(mayMisread(text), text).toBe(true);
    }
  });

  it.each(['0.99999999999999999999', '1.00000000000000000001', '999999999999999.99', '4503599627370497.4'])(
    'finds %s, which is nearly an integer',
    (number) => expect(mayMisread(`[${number}]`)).toBe(true),
  );

  it.each([String.raw`\ud800`, String.raw`\uDC00`, String.raw`\\\ud83d`, String.raw`\\ud83d\ude00`, '\ud800'])(
    'finds half of a pair in "%s"',
    (escape) => expect(mayMisread(`["${escape}"]`)).toBe(true),
  );

  // What real events are full of: each would make reading several times slower.
  it.each([
    ['seconds', '{"at": 1577836800}'],
    ['milliseconds', '{"at": 1577836800123}'],
    ['microseconds', '{"at": 1577836800123456}'],
    ['prices', '[0, 10.5, 19.99, 0.01, 100.05, -3]'],
    ['coordinates', '{"lat": 53.538579968735576, "lon": -0.12775829999998223}'],
    ['seconds with a fraction', '{"at": 1577836800.123456}'],
    ['dates and times', '["2024-01-05T00:00:00.000Z", "10.0.0.1", "1.0", "1e5", "-0"]'],
    ['escaped emoji', String.raw`["\ud83d\ude00\uD83D\uDE00", "\u00e9"]`],
  ])('lets pass %s', (_, text) => {
    expect(mayMisread(text)).toBe(false);
  });
});

describe('the time that the guard takes', () => {
  it.each(['\n', ': ', ' ', '\r\n', '1', '1 ', ',9', '0.0', '9.', '\\', '\\ud83d'])(
    'grows with the length of a text of %j again and again, not with its square',
    (piece) => {
      // Its square would take longer than the runner waits.
      const text = piece.repeat(400_000 / piece.length);
      mayMisread(`["${text}`);
      mayMisread(`[1,${text}`);
    },
  );
});

describe('nesting', () => {
  const nested = (depth: number, [open, close]: readonly [string, string], inside: string) =>
    open.repeat(depth) + inside + close.repeat(depth);

  it.each([
    ['arrays', ['[', ']'], '1'],
    ['objects', ['{"a":', '}'], '1'],
    ['containers beside others', ['[[],{"a":{}},', ']'], '1'],
    ['arrays with brackets in strings', ['["[[[]",', ']'], '1'],
    ['arrays around a float', ['[', ']'], '1.0'],
  ] as const)('of 127 %s is read, of 128 refused', (_, brackets, inside) => {
    // The text beside the innermost brackets adds no depth of its own.
    const around = brackets[0].includes('{"a":{}}') ? 125 : 127;
    expect(readJson(nested(around, brackets, inside)).ok).toBe(true);
    expect(readJson(nested(128, brackets, inside))).toMatchObject({ ok: false });
  });

  it('without end is refused, not a crash', () => {
    expect(readJson('['.repeat(200_000))).toMatchObject({ ok: false, offset: 127 });
    expect(readJson(nested(200_000, ['{"a":', '}'], '1'))).toMatchObject({ ok: false });
    expect(readJson(nested(200_000, ['[', ']'], ''))).toMatchObject({ ok: false });
  });
});
