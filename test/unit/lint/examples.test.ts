import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { explainRule } from '../../../src/lint/explain.ts';
import { lintContract } from '../../../src/lint/lint-contract.ts';
import { rules } from '../../../src/lint/rules.ts';
import { compileContract } from '../../../src/validation/compile-contract.ts';

/** The names of the rules that a contract breaks, each once. The gateway must accept it. */
function rulesBroken(text: string): string[] {
  const parsed = parseContract(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const compiled = compileContract(parsed.contract);
  if (!compiled.ok) throw new Error(compiled.problem.message);
  return [...new Set(lintContract(parsed.contract, text).map(({ rule }) => rule))];
}

describe.each(Object.entries(rules))('the page on %s', (name, rule) => {
  it('shows a bad example that breaks just this rule', () => {
    expect(rulesBroken(rule.bad)).toEqual([name]);
  });

  it('shows a good example that breaks none', () => {
    expect(rulesBroken(rule.good)).toEqual([]);
  });

  it('says what the gateway does', () => {
    const page = explainRule(name);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(page).toContain(`${name} (${rule.severity})`);
    expect(page).toContain(rule.explanation);
    expect(page).toMatch(/^ {4}version: '1\.0'$/m);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.explanation.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });
});

it.each(['', 'constructor', '__proto__', 'unknown'])('has no page on %j', (name) => {
  expect(explainRule(name)).toBeUndefined();
});

it('README lists every rule', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\| (warning|note) +\| (.*?) *\|$/gm)];
  expect(rows.map(([, name, severity, summary]) => [name, severity, summary])).toEqual(
    Object.entries(rules).map(([name, { severity, summary }]) => [name, severity, summary]),
  );
});
