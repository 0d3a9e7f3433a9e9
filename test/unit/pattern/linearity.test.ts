import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchIsLinear } from '../../../src/pattern/linearity.ts';
import { parseSubset } from '../../../src/pattern/parse-subset.ts';
import { searchGraph } from '../../../src/pattern/search-graph.ts';
import type { Syntax } from '../../../src/pattern/syntax.ts';
import { backtrackingSteps } from './backtracking-steps.ts';
import { patternArbitrary } from './pattern-arbitrary.ts';

function syntaxOf(pattern: string): Syntax {
  const syntax = parseSubset(pattern);
  if (syntax === undefined) throw new Error(`not in the subset: ${pattern}`);
  return syntax;
}

function isLinear(syntax: Syntax): boolean {
  const graph = searchGraph(syntax);
  return graph !== undefined && searchIsLinear(graph);
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const countries = letters.flatMap((first) => letters.slice(0, 9).map((second) => `${first}${second}`));

describe('searches that are linear', () => {
  it.each([
    '^[a-z]+$',
    '^a+b',
    '^(?:a|b)*c$',
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    '^[a-z.]+\\.[a-z]+$',
    '^(ab|ac)*d',
    '^(a|ab)*c',
    '^(a|ab)(c|bcd)*$',
    'abc',
    '[0-9a-f]{32}',
    'a+',
    'a+|b',
    'foo|^a+b',
    '^a+$a+$',
    '^.{1,999}$',
    `^(${countries.join('|')})$`,
    '',
    '$',
    'a*',
  ])('%s', (pattern) => {
    expect(isLinear(syntaxOf(pattern))).toBe(true);
  });
});

describe('searches that are not', () => {
  it.each([
    ['^(a|a)*$', 'a'],
    ['^(a+)+$', 'a'],
    ['^(a|ab|b)*c', 'ab'],
    ['^(a|aa)+$', 'a'],
    ['^(aa|aaa)*$', 'a'],
    ['^([a-z]|[a-c][b-d])*$', 'bc'],
    ['^(a?b?)+c', 'ab'],
    ['^(a|b|ab)*?c', 'ab'],
    ['^(?:(?:a?){10}){10}$', 'a'],
  ])('%s is exponential', (pattern, pump) => {
    expect(isLinear(syntaxOf(pattern))).toBe(false);
    expect(backtrackingSteps(syntaxOf(pattern), `${pump.repeat(30)}!`, 20_000)).toBe(Infinity);
  });

  it.each([
    ['^a*a*$', 'a'],
    ['^a+[a-c]+$', 'a'],
    ['^[^@]+@[^@]+\\.[^@]+$', '.', '@@@'],
    ['a+b', 'a'],
    ['foo.*bar', 'foo'],
    ['a*$', 'a'],
    ['[a-z]+@', 'x'],
    ['^.*a.*b', 'a'],
    ['(?:^|,)a+b|a+c', 'a'],
    ['(a|ab)*c', 'ab'],
  ])('%s is quadratic', (pattern, pump, end = '!') => {
    expect(isLinear(syntaxOf(pattern))).toBe(false);
    const text = (length: number) => `a@${pump.repeat(length)}${end}`;
    const steps = (length: number) =>
      Math.max(...[text(length), text(length).slice(2)].map((text) => backtrackingSteps(syntaxOf(pattern), text, 1e6)));
    expect(steps(200) / steps(100)).toBeGreaterThan(3);
  });

  it.each([
    ['^(a*)*$', 'rounds of the loop that read nothing'],
    ['^(a?){20}a{20}$', 'a constant that is too large'],
    ['[ab]?a[ab]{12}', 'a proof that is too long'],
    ['^((a{50}){50}){50}$', 'too large when unfolded'],
  ])('%s: %s', (pattern) => {
    expect(isLinear(syntaxOf(pattern))).toBe(false);
  });
});

it('no text takes more steps at a place than the proof allows', () => {
  const pumpArbitrary = fc.string({
    unit: fc.constantFrom('a', 'b', '-', '.', '1', '\n', 'é'),
    minLength: 1,
    maxLength: 4,
  });
  let proven = 0;
  fc.assert(
    fc.property(patternArbitrary, fc.array(pumpArbitrary, { minLength: 1, maxLength: 3 }), (pattern, pumps) => {
      const syntax = parseSubset(pattern);
      if (syntax === undefined || !isLinear(syntax)) return;
      proven += 1;
      const text = `${pumps.map((pump) => pump.repeat(60)).join('')}!`;
      // The counter also counts the nodes of the syntax that hold no choice, hence the factor.
      expect(backtrackingSteps(syntax, text, 1e7)).toBeLessThanOrEqual(512 * 4 * (text.length + 1));
    }),
    { numRuns: 1000 },
  );
  expect(proven).toBeGreaterThan(300);
});
