import { expect, it } from 'vitest';
import { mismatch } from '../../../src/gateway/shape.ts';
import type { Shape } from '../../../src/gateway/shape.ts';

const shape: Shape = { total: 'number', results: [{ passed: 'boolean', violations: [{ field: 'string' }] }] };

it.each<[unknown, string | undefined]>([
  [{ total: 0, results: [] }, undefined],
  [{ total: 0, results: [{ passed: true, violations: [{ field: 'x', more: 1 }] }], more: null }, undefined],
  [null, 'expected an object at the root, got null'],
  [[], 'expected an object at the root, got an array'],
  [{ results: [] }, 'expected a number at `total`, got nothing'],
  [{ total: '0', results: [] }, 'expected a number at `total`, got string'],
  [{ total: 0, results: {} }, 'expected an array at `results`, got object'],
  [{ total: 0, results: [{ passed: true, violations: [] }, 1] }, 'expected an object at `results[1]`, got number'],
  [
    { total: 0, results: [{ passed: true, violations: [{}] }] },
    'expected a string at `results[0].violations[0].field`, got nothing',
  ],
])('%j', (value, complaint) => {
  expect(mismatch(value, shape)).toBe(complaint);
});
