import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../src/pattern/compile-pattern.ts';

// Recorded from regex 1.13.1 on x86-64.
describe('the size limit is that of a 64-bit gateway', () => {
  it.each([
    '^\\w{1,200}$',
    '^[\\w.-]{1,205}$',
    '\\w{205}',
    '\\pL{240}',
    '\\d{2040}',
    '^\\S{1,5000}$',
    '^[^@\\s]{5300}$',
    '^\\p{L}[\\p{L}\\d]{0,200}$',
    '(?x) \\w{200} # comment',
    '^\\w{8}-\\w{4}-\\w{4}-\\w{4}-\\w{12}$',
    'a{100000}',
  ])('%s is legal', (pattern) => {
    expect(compilePattern(pattern)).toMatchObject({ ok: true });
  });

  it.each([
    '^\\w{1,255}$',
    '^[\\w.-]{1,255}$',
    '\\w{214}',
    '(\\w{20}){11}',
    '\\pL{250}',
    '\\d{2120}',
    'a{400000}',
    'a{1000000}',
  ])('%s is too big', (pattern) => {
    expect(compilePattern(pattern)).toEqual({
      ok: false,
      error: 'Compiled regex exceeds size limit of 10485760 bytes.',
    });
  });
});
