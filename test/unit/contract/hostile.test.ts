import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { SIZE_LIMIT } from '../../../src/yaml/read-yaml.ts';
import { accepted, enumValue, refused, withField, withTop } from './contracts.ts';

/** Each takes some milliseconds; quadratic work would take minutes, which the runner does not wait for. */
function filled(unit: string): string {
  return unit.repeat(Math.floor((SIZE_LIMIT - 200) / unit.length));
}

test.each([
  ['[', filled('[')],
  ['[ on lines', filled('[\n')],
  ['{a: ', filled('{a: ')],
  ['- ', filled('- ')],
  ['? ', filled('? ')],
  ['[?,', filled('[?,')],
  ['ignored [', withTop(`x: ${filled('[')}`)],
  ['indentation', Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
])('nesting without end by %s is refused at once', (_, text) => {
  expect(refused(text).message).toMatch(/nested too deeply|did not find expected/);
});

test.each([
  ['digits', withField(`min: ${'0'.repeat(900_000)}x`)],
  ['a quoted scalar without end', `"${filled('a\n')}`],
  ['a plain scalar', filled('a')],
  ['duplicate directives', filled('%TAG !a! b\n')],
  ['documents', filled('---\n')],
  ['commas below many brackets', `${'['.repeat(200)}${filled('1,').slice(400)}${']'.repeat(200)}`],
  ['colons', filled('a:b:')],
])('%s are refused in linear time', (_, text) => {
  expect(refused(text).message.length).toBeLessThan(300);
});

test('a text beyond the size limit is not read', () => {
  expect(refused(`${'#'.repeat(SIZE_LIMIT)}\n`)).toEqual({
    message: 'longer than 1048576 characters',
    line: 1,
    column: 1,
  });
});

test('a contract as long as the limit allows is read', () => {
  expect(accepted(withTop(filled('# a comment\n'))).name).toBe('orders');
});

test('aliases that multiply are refused', () => {
  const laughs = ['&a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) {
    laughs.push(`&a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  expect(refused(withField(`enum: [${laughs.join(', ')}]`)).message).toBe('repetition limit exceeded');
});

test('aliases of a long list are refused before they fill the memory', () => {
  const list = `&l [${'1,'.repeat(100_000)}]`;
  expect(refused(withField(`enum: [${list}${', *l'.repeat(10_000)}]`)).message).toBe('repetition limit exceeded');
});

test('ignored values may hold as many aliases as they like', () => {
  expect(accepted(withTop(`x: &a [1]\ny: [${'*a,'.repeat(5000)}]`)).unknownKeys).toHaveLength(2);
});

test('a list that holds itself is refused where it is read', () => {
  expect(refused(withField('enum: &e [*e]')).message).toMatch(/recursion limit exceeded$/);
  expect(accepted(withTop('x: &e [*e]')).unknownKeys).toHaveLength(1);
});

test('values nest 128 deep with the collections around them', () => {
  // The contract, ontology, entities, the field and its enum take five.
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(enumValue(nested(123))).toHaveLength(1);
  expect(refused(withField(`enum: [${nested(124)}]`)).message).toMatch(/recursion limit exceeded$/);
});

test('any text is a contract or a problem with a place', () => {
  const pieces = `version: 1|name: n|ontology:|entities:|- |  |\n|: |[|]|{|}|,|? |&a |*a|!!int |!t|>-|"|'|\\|#|---\n|...\n|\t|\r|~`;
  const piece = fc.constantFrom(...pieces.split('|'), '|');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((chosen) => chosen.join('')),
  );
  fc.assert(
    fc.property(text, (yaml) => {
      const result = parseContract(yaml);
      if (result.ok) return;
      const lines = yaml.split('\n');
      expect(result.problem.message).not.toBe('');
      expect(result.problem.line).toBeLessThanOrEqual(lines.length);
      expect(result.problem.column).toBeLessThanOrEqual((lines[result.problem.line - 1] ?? '').length + 1);
    }),
    { numRuns: 2000 },
  );
});
