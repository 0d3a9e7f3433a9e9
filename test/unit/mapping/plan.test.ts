import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/mapping/parse-config.ts';
import { matchMappings } from '../../../src/mapping/plan.ts';
import { templateMatcher } from '../../../src/mapping/template.ts';

function matcherOf(mappings: string): ReturnType<typeof matchMappings> {
  const result = parseConfig(`version: 1\nmappings:\n${mappings}`, 'm.yaml');
  if (result === undefined || !result.ok) throw new Error(JSON.stringify(result));
  return matchMappings(result.config);
}

describe('paths × mappings', () => {
  const match = matcherOf(`
  - {files: "fixtures/user/invalid/**", contract: c/user.yaml, expect: fail}
  - {files: ["fixtures/*/**/*.{json,ndjson}", "more/*-v*.json"], exclude: "**/draft/**", contract: "c/$1.v$2.yaml"}
  - {files: "**/*.json", contract: c/any.yaml}
`);

  it.each([
    ['fixtures/user/invalid/a.json', ['c/user.yaml']],
    ['more/order-v2.json', ['c/order.v2.yaml']],
    ['fixtures/user/draft/a.json', ['c/any.yaml']],
    ['x.json', ['c/any.yaml']],
    ['.hidden/x.json', ['c/any.yaml']],
    ['x.JSON', undefined],
    ['fixtures/x.ndjson', undefined],
  ])('%s', (path, contracts) => {
    expect(match(path)?.contracts).toEqual(contracts);
  });

  it('tells where a wildcard of the contract matched nothing', () => {
    expect(match('fixtures/user/a.json')).toMatchObject({ contracts: [], unfilled: 'c/$1.v$2.yaml' });
  });

  it('lets the first mapping decide', () => {
    expect(match('fixtures/user/invalid/deep/a.json')?.mapping.expect).toBe('fail');
  });

  it('takes odd names for what they are', () => {
    const odd = matcherOf('  - {files: "a/*.json", contract: "c/$1.yaml"}\n');
    expect(odd('a/$1 [x] (y).json')?.contracts).toEqual(['c/$1 [x] (y).yaml']);
    expect(odd('a/\udcff\n.json')?.contracts).toEqual(['c/\udcff\n.yaml']);
    const deep = matcherOf('  - {files: "a/**/*.json", contract: "c/$1.yaml"}\n');
    expect(deep('a/b\nc/d.json')?.contracts).toEqual(['c/b\nc.yaml']);
  });
});

describe('templates of contract paths', () => {
  it('match what they could be filled to', () => {
    const matches = templateMatcher('./contracts/$1/v$2.yaml');
    expect(matches('contracts/a/b/v1.yaml')).toBe(true);
    expect(matches('contracts/a/v.yaml')).toBe(false);
    expect(matches('contracts/a/v1xyaml')).toBe(false);
  });
});
