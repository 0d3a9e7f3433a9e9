import { expect, it } from 'vitest';
import { rustRegex } from '../../../src/pattern/rust-engine.ts';

it('keeps a compiled pattern', () => {
  expect(rustRegex('a\\d')).toBe(rustRegex('a\\d'));
});

it('starts afresh before its memory is used up', () => {
  const first = rustRegex('^\\w+$');
  const text = 'é'.repeat(300_000);
  const answers = new Set(Array.from({ length: 600 }, () => rustRegex('^\\w+$').isMatch(text)));
  expect(answers).toEqual(new Set([true]));
  expect(rustRegex('^\\w+$')).not.toBe(first);
});
