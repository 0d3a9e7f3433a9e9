import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VerdictTable, wordsOf } from '../../../src/cache/verdict-table.ts';

/** Few ids, so that they are asked for again; many of them hash alike. */
const oid = fc
  .tuple(fc.constantFrom('00000001', 'ffffffff', '80000000', '00010001'), fc.integer({ min: 0, max: 40 }))
  .map(([start, rest]) => start + rest.toString(16).padStart(24, '0') + '0'.repeat(8));

test('a table knows what was added, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(oid, fc.nat(3), fc.integer({ min: 0, max: 2 ** 32 - 2 }))), oid, (entries, other) => {
      const table = VerdictTable.withRoomFor(entries.length);
      const known = new Map<string, number>();
      for (const [id, judge, events] of entries) {
        table.add(wordsOf(id), judge, events, 7);
        known.set(`${id} ${judge}`, events);
      }
      expect(table.size).toBe(known.size);
      for (const id of [other, ...entries.map(([id]) => id)]) {
        for (const judge of [0, 1, 2, 3]) expect(table.find(id, judge, 8)).toBe(known.get(`${id} ${judge}`));
      }
      expect([...table.entries()]).toHaveLength(known.size);
      // As it comes back from a file.
      const read = VerdictTable.of(table.words.slice());
      for (const [id, judge] of entries) expect(read?.find(id, judge, 9)).toBe(known.get(`${id} ${judge}`));
    }),
  );
});

test.each([
  ['no slots', 0],
  ['too few', 7],
  ['a broken slot', 16 * 7 + 1],
  ['slots that no mask fits', 17 * 7],
])('words that are no table: %s', (_, words) => {
  expect(VerdictTable.of(new Uint32Array(words))).toBeUndefined();
});

test('a table that is full is none: a search in it would not end', () => {
  expect(VerdictTable.of(new Uint32Array(16 * 7).fill(1))).toBeUndefined();
});
