import * as fc from 'fast-check';

const literal = fc.constantFrom('a', 'b', '1', '-', '.', ']', '}', '\\.', '\\-', '\\/', '\\n', ' ', ',');
const characterClass = fc.constantFrom(
  '[ab]',
  '[a-f]',
  '[0-9]',
  '[^a]',
  '[^@.]',
  '[a-z0-9_-]',
  '[^\\n]',
  '[-.]',
  '[b\\]]',
  '[ -~]',
  '[K-k]',
  '[A-z]',
);
const quantifier = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom('?', '*', '+', '+?', '*?') },
  { weight: 2, arbitrary: fc.constantFrom('{2}', '{1,3}', '{0,2}', '{2,}', '{0}', '{3}?') },
);

const { pattern } = fc.letrec<{ pattern: string; sequence: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: literal },
    { weight: 4, arbitrary: characterClass },
    { weight: 1, arbitrary: fc.constant('.') },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('(', '(?:'), tie('pattern')).map(([open, inner]) => `${open}${inner})`),
    },
  ),
  sequence: fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.tuple(tie('atom'), quantifier).map((parts) => parts.join('')) },
        { weight: 1, arbitrary: fc.constantFrom('^', '$') },
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
}));

/** Patterns of the subset's grammar, most of them with the ends that contracts give them. */
export const patternArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('^', '^', '^', ''), pattern, fc.constantFrom('$', '$', ''))
  .map((parts) => parts.join(''));

/** Anything that the characters of patterns can spell. */
export const patternSoupArbitrary: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...Array.from(String.raw`aabc01-^$()[]{}|*+?.,\&~:<!=#@ nrtdPix_é`)),
  maxLength: 8,
});
