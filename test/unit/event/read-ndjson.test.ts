import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventFault, FixtureEvent } from '../../../src/event/events.ts';
import { readJson } from '../../../src/event/read-json.ts';
import { readNdjson } from '../../../src/event/read-ndjson.ts';
import type { NdjsonOptions } from '../../../src/event/read-ndjson.ts';
import { Float } from '../../../src/json-value.ts';
import { brokenJsonText, jsonText } from './json-arbitrary.ts';

type Events = (FixtureEvent | EventFault)[];

async function read(content: string | Buffer | readonly Buffer[], options?: NdjsonOptions): Promise<Events> {
  const chunks = Array.isArray(content) ? content : [Buffer.from(content as string)];
  const events: Events = [];
  for await (const batch of readNdjson(chunks as readonly Buffer[], options)) events.push(...batch);
  return events;
}

/** What a reader of this kind comes to, in short. */
function brief(events: Events): unknown[] {
  return events.map((event) => {
    const place = event.ok ? event.source.line : event.start;
    return [event.record, place, event.ok ? event.value : event.message];
  });
}

function pieces(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(start, start + size));
    start += size;
  }
  return chunks;
}

/** The first line is cut off, and the next is no beginning of an event. */
function goesOnOverLines(text: string): boolean {
  const [first = '', next] = text.split('\n').filter((line) => !/^[ \t\r]*$/.test(line));
  const result = readJson(first);
  return next !== undefined && !result.ok && result.offset >= first.trimEnd().length;
}

describe('the events of NDJSON', () => {
  it('are the lines that are not blank, with the lines of the file', async () => {
    const events = await read('{"a": 1}\r\n\n \t\r\n[1]\n1.0\n{"a": 2}');
    expect(brief(events)).toEqual([
      [0, 1, { a: 1 }],
      [1, 4, [1]],
      [2, 5, new Float(1)],
      [3, 6, { a: 2 }],
    ]);
  });

  it('go on after a line that is broken', async () => {
    expect(brief(await read('{"a": 1\n{"a": 1}\n\n{"a": }\n2\n'))).toEqual([
      [0, { line: 1, column: 8 }, 'expected `,` or `}`, got the end of the text'],
      [1, 2, { a: 1 }],
      [2, { line: 4, column: 7 }, 'expected a value, got `}`'],
      [3, 5, 2],
    ]);
  });

  it('carry the text of their line', async () => {
    const [, event, fault] = await read('1\n{"a": 2}\n{"a": \n');
    expect(event).toMatchObject({ source: { text: '{"a": 2}', path: [], line: 2 } });
    expect(fault).toMatchObject({
      source: { text: '{"a": ', range: { start: 5, end: 6 } },
      start: { line: 3, column: 6 },
    });
  });

  it.each([
    ['however the bytes are cut', fc.constant([]), fc.integer({ min: 1, max: 40 })],
    [
      'wherever a block of 64 KiB ends',
      fc.integer({ min: 65_400, max: 65_540 }).map((length) => [`"${'x'.repeat(length)}"`]),
      fc.constant(1e6),
    ],
  ])('are those that each line has by itself, %s', async (_, before, size) => {
    const line = fc.oneof(jsonText, brokenJsonText, fc.constantFrom('', ' ', '"\ufffd"', '{"é": "😀"}'));
    await fc.assert(
      fc.asyncProperty(
        before,
        fc.array(line, { maxLength: 8 }),
        fc.array(size, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (first, others, sizes, endsInNewline) => {
          const text = [...first, ...others].join('\n') + (endsInNewline ? '\n' : '');
          // A file with NUL bytes is another matter.
          fc.pre(!text.includes('\0') && text.trim() !== '' && !goesOnOverLines(text));
          const expected = text
            .split('\n')
            .map((one, index) => ({ one, index }))
            .filter(({ one }) => !/^[ \t\r]*$/.test(one))
            .map(({ one, index }, record) => {
              const result = readJson(one);
              return result.ok
                ? [record, index + 1, result.value]
                : [record, { line: index + 1, column: result.offset + 1 }, result.message];
            });
          expect(brief(await read(pieces(Buffer.from(text), sizes)))).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{\n  "a": 1\n}\n', 1, 1],
    ['\n  {\r\n\r\n  "a": 1\r\n  }\r\n', 2, 3],
    ['{"a": 1,\n "b": {}}\n{"a": 1,\n "b": {}}\n', 1, 1],
    ['[\n{"a": 1},\n{"a": 2}\n]\n', 1, 1],
    ['[{"a": 1},\n{"a": 2}]\n', 1, 1],
    ['{\n}\n', 1, 1],
  ])('are none where JSON goes on over lines, which is said once: %j', async (text, line, column) => {
    for (let size = 1; size <= text.length; size++) {
      expect(await read(pieces(Buffer.from(text), [size]))).toMatchObject([
        { ok: false, record: 0, message: expect.stringContaining('over several lines'), start: { line, column } },
      ]);
    }
  });

  it.each([
    ['{"a": 1,\n{"a": 2}\n', ['expected a key in quotes, got the end of the text', { a: 2 }]],
    ['{"a":\n', ['expected a value, got the end of the text']],
    ['{"a":\n\n\n', ['expected a value, got the end of the text']],
    ['{"a": 1}\n{\n"a": 2}\n', [{ a: 1 }, expect.stringContaining('got the end'), expect.stringContaining('got `:`')]],
  ])('are still told line by line where one is cut off: %j', async (text, told) => {
    for (let size = 1; size <= text.length; size++) {
      const events = await read(pieces(Buffer.from(text), [size]));
      expect(events.map((event) => (event.ok ? event.value : event.message))).toEqual(told);
      expect(events.map(({ record }) => record)).toEqual(told.map((_, index) => index));
    }
  });

  it('are found across the blocks that a large chunk is cut into', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"index": ${index}, "name": "ünïcödé"}`);
    const events = await read(lines.join('\n'));
    expect(events).toHaveLength(20_000);
    for (const [index, event] of events.entries()) {
      expect(event).toMatchObject({ ok: true, record: index, value: { index }, source: { line: index + 1 } });
    }
  });

  it('are where `select` says in each line', async () => {
    const events = await read('{"items": [1, 2]}\n{}\n{"items": [3]}\n', { select: '/items/*' });
    expect(brief(events)).toEqual([
      [0, 1, 1],
      [1, 1, 2],
      [2, { line: 2, column: 1 }, expect.stringContaining('/items/*')],
      [3, 3, 3],
    ]);
    expect(events[1]).toMatchObject({ source: { path: ['items', 1] } });
  });
});

describe('a file of lines that is no NDJSON', () => {
  it.each([
    ['empty', '', /empty/],
    ['blank', ' \n\r\n\t\n', /empty/],
    ['UTF-16', Buffer.from('\ufeff{"a": 1}\n{"a": 2}\n', 'utf16le'), /UTF-16/],
    ['UTF-16 without a mark', Buffer.from('{"a": 1}\n{"a": 2}\n', 'utf16le'), /UTF-16/],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x00, 0x0a, 0x31, 0x0a]), /binary/],
  ])('%s: is one fault', async (_, content, message) => {
    const events = await read([Buffer.from(content as string)]);
    expect(events).toMatchObject([{ ok: false, record: 0, message: expect.stringMatching(message) }]);
  });

  it('a byte order mark breaks the first line alone', async () => {
    expect(brief(await read('\ufeff{"a": 1}\n{"a": 2}\n'))).toEqual([
      [0, { line: 1, column: 1 }, expect.stringContaining('byte order mark')],
      [1, 2, { a: 2 }],
    ]);
  });

  it('bytes that are not UTF-8 break their line alone', async () => {
    const content = Buffer.concat([
      Buffer.from('{"a": 1}\n\n{"é": "'),
      Buffer.from([0xff]),
      Buffer.from('"}\n"\ufffd"\n'),
    ]);
    expect(brief(await read([content]))).toEqual([
      [0, 1, { a: 1 }],
      [1, { line: 3, column: 8 }, 'the text is not UTF-8, as the byte `0xff` shows; save it as UTF-8'],
      [2, 4, '\ufffd'],
    ]);
    expect(brief(await read([Buffer.from([0xff, 0x0a, 0x31])]))).toEqual([
      [0, { line: 1, column: 1 }, 'the text is not UTF-8, as the byte `0xff` shows; save it as UTF-8'],
      [1, 2, 1],
    ]);
  });

  it.each([
    ['a NUL byte in a later line', Buffer.from('1\n2\n"\0"\n3')],
    ['UTF-16 that begins with a line break', Buffer.from('\n{"a": 1}\n', 'utf16le')],
    ['a byte order mark', Buffer.from('\ufeff1\n2')],
    ['bytes that are not UTF-8', Buffer.from([0x31, 0x0a, 0xff, 0x0a, 0x22, 0xe2, 0x82, 0x0a, 0x32])],
    ['a NUL byte far behind', Buffer.from(`${'1\n'.repeat(100_000)}\0\n`)],
    ['a line that is too long', Buffer.from(`1\n"${'x'.repeat(200_000)}"\n2`)],
  ])('is the same file however its bytes come: %s', async (_, bytes) => {
    const options = { maxLineLength: 150_000 };
    const whole = brief(await read([bytes], options));
    for (const sizes of [[1], [7, 65_536], [65_537]]) {
      expect(brief(await read(pieces(bytes, sizes), options))).toEqual(whole);
    }
  });

  it('a line that is too long is a fault, and is not held', async () => {
    const options = { maxLineLength: 100_000 };
    const message = 'the line is longer than 100000 bytes';
    for (const length of [100_001, 130_000, 1_000_000]) {
      const long = `1\n"${'x'.repeat(length - 2)}"`;
      expect(brief(await read(`${long}\n2\n`, options))).toEqual([
        [0, 1, 1],
        [1, { line: 2, column: 1 }, message],
        [2, 3, 2],
      ]);
      expect(brief(await read(long, options))).toEqual([
        [0, 1, 1],
        [1, { line: 2, column: 1 }, message],
      ]);
    }
    expect(await read(`1\n"${'x'.repeat(99_998)}"\n2`, options)).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
  });
});
