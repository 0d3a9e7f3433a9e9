import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeShard } from '../../../src/check/shard.ts';
import { parseShard } from '../../../src/cli/shard.ts';

test('shards are parts of a whole: every item is in one of them, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e9), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (sizes, count) => {
      const items = sizes.map((_, index) => index);
      const shards = Array.from({ length: count }, (_, index) => takeShard(items, sizes, { index: index + 1, count }));
      for (const shard of shards) expect(shard).toEqual(shard.toSorted((a, b) => a - b));
      expect(shards.flat().toSorted((a, b) => a - b)).toEqual(items);
    }),
  );
});

test('no shard has more than the largest item above another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1e9), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 2, max: 9 }),
      (sizes, count) => {
        const loads = Array.from({ length: count }, (_, index) =>
          takeShard(sizes, sizes, { index: index + 1, count }).reduce((sum, size) => sum + size + 4096, 0),
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(...sizes) + 4096);
      },
    ),
  );
});

test('if there is anything, the first shard has some of it', () => {
  expect(takeShard(['a'], [0], { index: 1, count: 3 })).toEqual(['a']);
});

test.each([
  ['1/1', { index: 1, count: 1 }],
  ['3/12', { index: 3, count: 12 }],
  ['0/2', undefined],
  ['3/2', undefined],
  ['1', undefined],
  ['1/0', undefined],
  ['01/2', undefined],
  ['1/2/3', undefined],
  ['-1/2', undefined],
  ['1/99999999', undefined],
])('--shard %s', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});
