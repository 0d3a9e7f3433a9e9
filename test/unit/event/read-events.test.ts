import { describe, expect, it } from 'vitest';
import { readJsonEvents } from '../../../src/event/read-events.ts';

const brief = (text: string, options: Partial<Parameters<typeof readJsonEvents>[1]> = {}) =>
  readJsonEvents(text, { envelope: false, ...options }).map((event) =>
    event.ok ? [event.record, event.source.path, event.value] : [event.record, event.start, event.message],
  );

describe('the events of a JSON file', () => {
  it.each([
    ['an object is one', '{"a": 1}', [[0, [], { a: 1 }]]],
    ['a scalar is one', ' 1 ', [[0, [], 1]]],
    [
      'the elements of an array',
      '[{"a": 1}, 2, [3]]',
      [
        [0, [0], { a: 1 }],
        [1, [1], 2],
        [2, [2], [3]],
      ],
    ],
    ['an empty array has none', '[]', []],
  ])('%s', (_, text, events) => {
    expect(brief(text)).toEqual(events);
  });

  it('with an envelope, the document is the payload', () => {
    expect(brief('[{"a": 1}]', { envelope: true })).toEqual([[0, [], [{ a: 1 }]]]);
  });

  it('a text that is cut off is one fault at its end', () => {
    const [fault] = readJsonEvents('[\n  {"a": 1},\n  {"b"', { envelope: false });
    expect(fault).toMatchObject({
      ok: false,
      record: 0,
      message: 'expected `:`, got the end of the text',
      start: { line: 3, column: 7 },
      end: { line: 3, column: 7 },
      source: { range: { start: 20, end: 20 } },
    });
  });
});

describe('select', () => {
  const text = '{"items": [{"payload": {"a": 1}}, {"payload": {"a": 2}}, {}], "a/b": {"~c": 3}, "*": 4, "": 5}';

  it.each([
    [
      '/items/*/payload',
      [
        [0, ['items', 0, 'payload'], { a: 1 }],
        [1, ['items', 1, 'payload'], { a: 2 }],
        [2, { line: 1, column: 58 }, expect.stringContaining('no event at /items/2/payload,')],
      ],
    ],
    ['/items/1/payload', [[0, ['items', 1, 'payload'], { a: 2 }]]],
    [
      '/items/*/*/a',
      [
        [0, ['items', 0, 'payload', 'a'], 1],
        [1, ['items', 1, 'payload', 'a'], 2],
      ],
    ],
    ['/a~1b/~0c', [[0, ['a/b', '~c'], 3]]],
    ['/', [[0, [''], 5]]],
  ])('%s', (select, events) => {
    expect(brief(text, { select })).toEqual(events);
  });

  it.each([
    ['/nothing', [1]],
    ['/items/01', [11]],
    ['/items/-', [11]],
    ['/items/9/payload', [11]],
    ['/items/*/missing', [12, 35, 58]],
    ['/a~1b/~0c/deeper', [77]],
    ['/toString', [1]],
  ])('%s finds nothing, which is a fault where it should be', (select, columns) => {
    expect(brief(text, { select })).toEqual(
      columns.map((column, record) => [record, { line: 1, column }, expect.stringContaining(select)]),
    );
  });

  it('an empty list has no events', () => {
    expect(brief('{"items": []}', { select: '/items/*/payload' })).toEqual([]);
  });
});
