import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor, FixtureEvent, Located } from '../../../src/event/events.ts';
import { locate } from '../../../src/event/locate.ts';
import { readJsonEvents } from '../../../src/event/read-events.ts';
import { readYamlEvents } from '../../../src/event/read-yaml-events.ts';
import type { JsonPath } from '../../../src/json-value.ts';
import { positionAt } from '../../../src/text-position.ts';

/** Every value inside a value, with its path. */
function* valuesIn(value: unknown, path: JsonPath = []): Generator<{ path: JsonPath; value: unknown }> {
  yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield* valuesIn(member, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function eventOf(events: readonly { readonly ok: boolean }[]): FixtureEvent {
  const [event] = events as FixtureEvent[];
  if (event?.ok !== true) throw new Error('the text holds no event');
  return event;
}

/** The piece of the text that stands at a path. */
function pieceOf(format: 'json' | 'yaml', text: string, path: JsonPath, anchor: Anchor): string | undefined {
  const read = format === 'json' ? readJsonEvents : readYamlEvents;
  const event = eventOf(read(text, { envelope: true }));
  const [located] = locate(event.source, [{ path, anchor }]);
  return located && text.slice(located.range.start, located.range.end);
}

describe('the place of a value in JSON', () => {
  it('is where a parser finds that value, whatever else is asked for', () => {
    const anyRequests = fc
      .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t', '\n'))
      .chain(([value, indent]) => {
        const all = [...valuesIn(value)];
        return fc.tuple(fc.constant(JSON.stringify(value, undefined, indent)), fc.subarray(all, { minLength: 1 }));
      });
    fc.assert(
      fc.property(anyRequests, ([text, wanted]) => {
        const { source } = eventOf(readJsonEvents(text, { envelope: true }));
        const places = locate(
          { ...source, line: 7 },
          wanted.map(({ path }) => ({ path, anchor: 'value' })),
        );
        for (const [index, { value }] of wanted.entries()) {
          const { range, start, end } = places[index] as Located;
          expect(JSON.parse(text.slice(range.start, range.end))).toEqual(JSON.parse(JSON.stringify(value)));
          const [from, to] = [positionAt(text, range.start), positionAt(text, range.end)];
          expect(start).toEqual({ line: from.line + 6, column: from.column });
          expect(end).toEqual({ line: to.line + 6, column: to.column });
        }
      }),
    );
  });

  it.each([
    [
      'a value behind containers that nobody asked for',
      '{"a": {"b": [1, {}]}, "c": [[], [2]], "d": 3}',
      ['d'],
      'value',
      '3',
    ],
    ['an element behind others', '[[1], {"a": 2}, [3, [4]]]', [2, 1], 'value', '[4]'],
    ['a key', '{"a": {"b": 1}, "c": 2}', ['c'], 'key', '"c"'],
    ['an escaped key', String.raw`{"\u0061": 1}`, ['a'], 'key', String.raw`"\u0061"`],
    ['an element has no key', '[1, 2]', [1], 'key', '2'],
    ['the opening of an object', '{"a": {"b": 1}}', ['a'], 'opening', '{'],
    ['the opening of an array', '{"a": [1]}', ['a'], 'opening', '['],
    ['a missing member is at the opening of its object', '{"a": {"b": 1}}', ['a', 'c'], 'value', '{'],
    ['a missing branch is at the nearest opening above', '{"a": {"b": [0]}}', ['a', 'b', 4, 'c'], 'value', '['],
    ['the last of several members wins', '{"a": 1, "b": 0, "a": 2}', ['a'], 'value', '2'],
    ['and its key', '{"a": 1, "b": 0, "\\u0061": 2}', ['a'], 'key', '"\\u0061"'],
    ['nothing of an overruled member stays', '{"a": {"b": 1}, "a": {"c": 2}}', ['a', 'b'], 'value', '{'],
    ['nor does it when a scalar overrules it', '{"a": {"b": 1}, "a": 23}', ['a', 'b'], 'value', '2'],
    ['__proto__ is a member', '{"__proto__": {"a": 1}}', ['__proto__', 'a'], 'value', '1'],
    ['a number names no member', '{"1": 2}', [1], 'value', '{'],
    ['a text names no element', '[1, 2]', ['1'], 'value', '['],
  ] as const)('%s', (_, text, path, anchor, piece) => {
    expect(pieceOf('json', text, path, anchor)).toBe(piece);
  });

  it('is in its own line of an NDJSON file', () => {
    const { source } = eventOf(readJsonEvents('{"a": 1}', { envelope: false }));
    const [located] = locate({ ...source, line: 40 }, [{ path: ['a'], anchor: 'value' }]);
    expect(located).toEqual({
      range: { start: 6, end: 7 },
      start: { line: 40, column: 7 },
      end: { line: 40, column: 8 },
    });
  });
});

describe('the place of a value in YAML', () => {
  it.each([
    ['a block value', 'a:\n  b: 1\n  c: two words\n', ['a', 'c'], 'value', 'two words'],
    ['a key', 'a:\n  b: 1\n  "c": 2\n', ['a', 'c'], 'key', '"c"'],
    ['an element', 'a:\n  - 1\n  - {b: 2}\n', ['a', 1, 'b'], 'value', '2'],
    ['the opening of a flow mapping', 'a: {b: 1}\n', ['a'], 'opening', '{'],
    ['the opening of a block mapping is its first key', 'a:\n  b: 1\n', ['a'], 'opening', 'b'],
    ['a missing member is at the opening of its mapping', 'a: {b: 1}\n', ['a', 'c'], 'value', '{'],
    ['a key that is not a text', '7: x\n', ['7'], 'value', 'x'],
    ['what an alias brings in stands at its anchor', 'a: &x {b: 1}\nc: *x\n', ['c', 'b'], 'value', '1'],
  ] as const)('%s', (_, text, path, anchor, piece) => {
    expect(pieceOf('yaml', text, path, anchor)).toBe(piece);
  });

  it('counts lines over all documents of the file', () => {
    const events = readYamlEvents('a: 1\n---\n# two\na: 2\n---\n- {a: 3}\n- {a: 4}\n', { envelope: false });
    const places = events.map((event) => {
      const { source } = eventOf([event]);
      return locate(source, [{ path: [...source.path, 'a'], anchor: 'value' }])[0]?.start;
    });
    expect(places).toEqual([
      { line: 1, column: 4 },
      { line: 4, column: 4 },
      { line: 6, column: 7 },
      { line: 7, column: 7 },
    ]);
  });
});
