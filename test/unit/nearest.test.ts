import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/nearest.ts';

describe('the nearest word', () => {
  it.each([
    ['patern', ['pattern', 'properties'], 'pattern'],
    ['requierd', ['required', 'records'], 'required'],
    ['Type', ['type'], 'type'],
    ['mi', ['min', 'max'], 'min'],
    ['allowed_values', ['enum'], undefined],
    ['xyz', ['abc'], undefined],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
