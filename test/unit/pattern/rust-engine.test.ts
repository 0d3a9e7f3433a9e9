import { expect, it } from 'vitest';
import { rustRegex } from '../../../src/pattern/rust-engine.ts';

it('keeps a compiled pattern', () => {
  expect(rustRegex('a\\d')).toBe(rustRegex('a\\d'));
});

it('starts afresh before its memory is used up, and what was compiled is compiled again', () => {
  const first = rustRegex('^\\w+$');
  for (let count = 600_000; count < 600_006; count += 1) rustRegex(`a{${count}}`);
  expect(rustRegex('^\\w+$')).not.toBe(first);
  expect(rustRegex('^\\w+$').isMatch('é')).toBe(true);
});
