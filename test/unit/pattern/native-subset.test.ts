import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativePattern } from '../../../src/pattern/native-subset.ts';
import { rustRegex } from '../../../src/pattern/rust-engine.ts';
import { searchTable, stateTable } from '../../../src/pattern/state-table.ts';
import { patternArbitrary, patternSoupArbitrary } from './pattern-arbitrary.ts';

describe('patterns of real contracts', () => {
  it.each([
    '^[a-zA-Z0-9_-]+$',
    '^[0-9a-f]{32}$',
    '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    '^[a-zA-Z0-9_-]{3,64}$',
    '^ord_[a-zA-Z0-9]{16}$',
    '^[A-Z]{3}-[0-9]{4}$',
    '^(click|view|purchase)$',
    '^v[0-9]+\\.[0-9]+\\.[0-9]+$',
    '^[^@]+@[^@]+$',
    '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
    '^https?://.+',
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$',
    '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$',
    '^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$',
    '^\\+?[1-9][0-9]{1,14}$',
    '^#([0-9a-f]{3}|[0-9a-f]{6})$',
    '@example\\.com$',
  ])('%s is native', (pattern) => {
    expect(nativePattern(pattern)).toBeDefined();
  });

  it.each([
    ['^\\d{4}-\\d{2}-\\d{2}$', "Unicode's digits"],
    ['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', "Unicode's blanks"],
    ['^[^@]+@[^@]+\\.[^@]+$', 'quadratic: every dot may be the one'],
    ['(?i)^get|post$', 'case folding'],
  ])('%s is left to Rust: %s', (pattern) => {
    expect(nativePattern(pattern)).toBeUndefined();
  });
});

it.each([
  ['^.$', '\r', true],
  ['^.$', '\u2028', true],
  ['^.$', '\n', false],
  ['^a$', 'a\n', false],
  ['^[^@]$', '😀', true],
  ['^[^@]{2}$', '😀', false],
  ['^[^@]$', '\uD800', true],
  ['^[^a]$', 'é', true],
  ['^[A-Za-z]$', '\u212A', false],
  ['^a\0$', 'a\0', true],
  ['[^a-z]', '😀', true],
])('%j on %j: %s, as in Rust', (pattern, text, expected) => {
  expect(nativePattern(pattern)?.expression.test(text)).toBe(expected);
  expect(rustRegex(pattern).isMatch(text)).toBe(expected);
});

const fuzz = process.env['CI'] !== undefined || process.env['FUZZ'] !== undefined;
const textsPerPattern = 25;

/** Of the pattern's own characters, which make matches likely, and of those on which the two languages are known to part. */
function textsFor(pattern: string): fc.Arbitrary<string[]> {
  const strangers = ['\r', '\n', '\u2028', '\u0085', 'é', 'ſ', '\u212A', '😀', '\uD83D', '0', '7'];
  const own = fc.constantFrom('a', ...Array.from(pattern));
  const stranger = fc.constantFrom(...strangers);
  const unit = fc.oneof(
    { weight: 8, arbitrary: own },
    { weight: 2, arbitrary: fc.constantFrom('a', 'b') },
    { weight: 1, arbitrary: stranger },
  );
  return fc.array(fc.string({ unit, maxLength: 7 }), { minLength: textsPerPattern, maxLength: textsPerPattern });
}

describe('whatever the subset accepts, Rust accepts, and finds the same', () => {
  it.each([
    { name: 'patterns of the grammar', patterns: patternArbitrary, runs: fuzz ? 8000 : 400, accepted: 0.5, found: 0.2 },
    {
      name: 'strings of pattern characters',
      patterns: patternSoupArbitrary,
      runs: fuzz ? 20_000 : 1000,
      accepted: 0.05,
      found: 0.2,
    },
  ])('$name', { timeout: 300_000 }, ({ patterns, runs, accepted, found }) => {
    const count = { patterns: 0, accepted: 0, texts: 0, looked: 0, found: 0 };
    fc.assert(
      fc.property(
        patterns.chain((pattern) => fc.tuple(fc.constant(pattern), textsFor(pattern))),
        ([pattern, texts]) => {
          count.patterns += 1;
          const native = nativePattern(pattern);
          if (native === undefined) return;
          count.accepted += 1;
          const table = stateTable(native.graph);
          const rust = rustRegex(pattern);
          for (const text of texts) {
            const expected = rust.isMatch(text);
            expect(native.expression.test(text), `${pattern} on ${JSON.stringify(text)}`).toBe(expected);
            const looked = table && searchTable(table, text);
            if (looked !== undefined) expect(looked, `table of ${pattern} on ${JSON.stringify(text)}`).toBe(expected);
            if (looked !== undefined) count.looked += 1;
            count.texts += 1;
            if (expected) count.found += 1;
          }
        },
      ),
      { numRuns: runs },
    );
    expect(count.accepted / count.patterns).toBeGreaterThan(accepted);
    expect(count.looked / count.texts).toBeGreaterThan(0.5);
    expect(count.found / count.texts).toBeGreaterThan(found);
    expect(count.found / count.texts).toBeLessThan(1 - found / 2);
  });
});

it.each(['^[^@]{1200}$', '^[^@]{0,1200}$', '^(?:[^@]{1000}|[^%]{200})$', `^(${'[^@].'.repeat(1200)})$`])(
  'a pattern as large as the subset has them is far from the size limit of Rust',
  (pattern) => {
    expect(nativePattern(pattern)).toBeDefined();
    expect(() => rustRegex(`(?:${pattern}){4}`)).not.toThrow();
  },
);

it('larger ones are left to Rust', () => {
  expect(nativePattern('^[^@]{2500}$')).toBeUndefined();
});
