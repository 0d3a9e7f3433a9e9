import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/mapping/parse-config.ts';
import type { Problem } from '../../../src/problem.ts';

const file = 'contractgate-hook.yaml';

function problemsOf(text: string): readonly Problem[] {
  const result = parseConfig(text, file);
  return result === undefined || result.ok ? [] : result.problems;
}

type Expected = Partial<Omit<Problem, 'message' | 'hint'>> & {
  readonly message?: string | RegExp;
  readonly hint?: string | RegExp;
};

describe('the mapping file', () => {
  it('is read with its defaults and places', () => {
    const text = `version: 1
mappings:
  - files: "fixtures/*/**/*.{json,ndjson}"
    exclude: ["**/draft/**"]
    contract: contracts/$1.yaml
`;
    expect(parseConfig(text, file)).toEqual({
      ok: true,
      config: {
        mappings: [
          {
            files: ['fixtures/*/**/*.{json,ndjson}'],
            exclude: ['**/draft/**'],
            contracts: ['contracts/$1.yaml'],
            resolution: 'strict',
            expect: 'pass',
            at: { line: 3, column: 5 },
            contractAt: { line: 5, column: 15 },
          },
        ],
        freshness: 'skip',
        contracts: [],
        fixtures: [],
        unmapped: 'ignore',
        baseline: 'contractgate-hook.baseline.ndjson',
        maxFileSize: 100_000_000,
        expressions: {
          'fixtures/*/**/*.{json,ndjson}': expect.any(String) as string,
          '**/draft/**': expect.any(String) as string,
        },
      },
    });
  });

  it('takes every key', () => {
    const text = `version: 1
mappings:
  - files: [a/*.json]
    contract: [c/v2.yaml, c/v1.yaml]
    resolution: fallback
  - files: b/**
    contract: c/b.yaml
    expect: fail
    kinds: [type_mismatch, invalid_json]
    fields: a.b
    format: ndjson
    select: /items/*/payload
freshness: 2026-01-31T00:00:00Z
contracts: "c/**/*.yaml"
fixtures: ["a/**", "b/**"]
unmapped: error
maxFileSize: 2 MB
`;
    const result = parseConfig(text, file);
    expect(result).toMatchObject({
      ok: true,
      config: {
        mappings: [
          { contracts: ['c/v2.yaml', 'c/v1.yaml'], resolution: 'fallback' },
          {
            expect: 'fail',
            kinds: ['type_mismatch', 'invalid_json'],
            fields: ['a.b'],
            format: 'ndjson',
            select: '/items/*/payload',
          },
        ],
        freshness: 1_769_817_600,
        unmapped: 'error',
        maxFileSize: 2_000_000,
      },
    });
  });

  it('may be JSON, with tabs', () => {
    const text = '{\n\t"version": 1,\n\t"mappings": [{ "files": "a/*.json", "contract": "c.yaml" }]\n}';
    expect(parseConfig(text, 'contractgate-hook.json')).toMatchObject({ ok: true });
  });

  it('may be a key of package.json', () => {
    const text =
      '{ "name": "x", "contractgate-hook": { "version": 1, "mappings": [{ "files": "" , "contract": "c" }] } }';
    expect(parseConfig(text, 'package.json', 'contractgate-hook')).toMatchObject({
      ok: false,
      problems: [{ message: 'expected a glob, got an empty text', line: 1, column: 77 }],
    });
    expect(parseConfig('{ "name": "x" }', 'package.json', 'contractgate-hook')).toBeUndefined();
  });

  it.each<readonly [string, string, Expected]>([
    [
      'an unknown key',
      'version: 1\nmapping: []\n',
      { line: 2, column: 1, message: 'unknown key `mapping` in the mapping file', hint: 'did you mean `mappings`?' },
    ],
    [
      'an unknown key of a mapping',
      'version: 1\nmappings:\n  - files: a\n    contracts: b\n',
      { line: 4, column: 5, hint: 'did you mean `contract`?' },
    ],
    ['no version', 'mappings: []\n', { line: 1, column: 1, message: '`version` is missing in the mapping file' }],
    [
      'another version',
      'version: 2\nmappings: []\n',
      { line: 1, column: 10, message: 'expected `1`, got the number 2' },
    ],
    [
      'a version in quotes',
      'version: "1"\nmappings: []\n',
      { line: 1, column: 10, message: 'expected the number `1`, got it as a text', hint: 'write it without quotes' },
    ],
    [
      'a wrong type',
      'version: 1\nmappings: {}\n',
      { line: 2, column: 11, message: 'expected a list of mappings, got a mapping' },
    ],
    ['an empty list of globs', 'version: 1\nmappings:\n  - files: []\n    contract: c\n', { line: 3, column: 12 }],
    [
      'an empty glob',
      'version: 1\nmappings:\n  - files: " "\n    contract: c\n',
      { message: 'expected a glob, got an empty text' },
    ],
    [
      'nothing',
      '# later\n',
      { message: 'expected the mapping file, got nothing', hint: /^its keys are version, mappings,/ },
    ],
    ['a tab', 'version: 1\nmappings:\n\t- files: a\n', { line: 3, column: 1, hint: /a tab in the indentation/ }],
    [
      'braces without quotes',
      'version: 1\nmappings:\n  - files: {a,b}/*.json\n    contract: c\n',
      { line: 3, column: 17, hint: 'A text that begins with a bracket or brace needs quotes around it.' },
    ],
    ...(
      [
        ['format: jsonl', /^expected one of/, 'did you mean `ndjson`?'],
        ['select: items', /got `items`; write `\/items`$/],
        ["select: $.items[*]['a b']", /; write `\/items\/\*\/a b`$/],
        ['select: $', /; leave it out for the whole document$/],
      ] as const
    ).map(
      ([line, message, hint]) =>
        [
          line,
          `version: 1\nmappings:\n  - files: a\n    contract: c\n    ${line}\n`,
          { line: 5, message, ...(hint && { hint }) },
        ] as const,
    ),
    ...['c/$0.yaml', 'c/${1}.yaml'].map(
      (path) =>
        [
          path,
          `version: 1\nmappings:\n  - { files: "*/a", contract: "${path}" }\n`,
          { line: 3, message: /; wildcards are `\$1` to `\$9`$/ },
        ] as const,
    ),
    ['a negated glob', 'version: 1\nmappings:\n  - files: "!a"\n    contract: c\n', { line: 3, column: 12 }],
    [
      'a contract outside',
      'version: 1\nmappings:\n  - files: a\n    contract: x/../../c.yaml\n',
      {
        line: 4,
        column: 15,
        message:
          "the contract path `x/../../c.yaml` has a `..` in it; write it from the repository's root, as git lists it",
      },
    ],
    ['an absolute contract', 'version: 1\nmappings:\n  - files: a\n    contract: /c.yaml\n', { line: 4 }],
    [
      'a misspelt value',
      'version: 1\nmappings: []\nunmapped: warning\n',
      { line: 3, column: 11, hint: 'did you mean `warn`?' },
    ],
    [
      'a misspelt kind',
      'version: 1\nmappings:\n  - files: a\n    contract: c\n    expect: fail\n    kinds: [type_mismach]\n',
      { line: 6, column: 13, hint: 'did you mean `type_mismatch`?' },
    ],
    [
      'kinds without expect',
      'version: 1\nmappings:\n  - files: a\n    contract: c\n    kinds: [type_mismatch]\n',
      { line: 3, message: '`kinds` and `fields` need `expect: fail`' },
    ],
    ['a bad clock', 'version: 1\nmappings: []\nfreshness: yesterday\n', { line: 3, column: 12 }],
    [
      'a bad pointer',
      'version: 1\nmappings:\n  - files: a\n    contract: c\n    select: items\n',
      { line: 5, column: 13 },
    ],
    ['bad YAML', 'version: 1\nmappings: [\n', { line: 3, column: 1 }],
    ['an empty file', '', { line: 1, column: 1, message: 'expected the mapping file, got nothing' }],
    ['a duplicate key', 'version: 1\nversion: 1\nmappings: []\n', { line: 2, column: 1 }],
  ])('refuses %s with its place', (_, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    const asked = Object.entries(problem).map(([key, value]) => [
      key,
      value instanceof RegExp ? (expect.stringMatching(value) as string) : value,
    ]);
    expect(problems[0]).toMatchObject({ code: 'config', file, ...Object.fromEntries(asked) });
    expect(problems[0]?.message).not.toContain('\n');
  });

  it('names every mistake at once', () => {
    expect(problemsOf('version: 1\nmappings:\n  - file: a\n    contract: [/c]\nunmaped: warn\n')).toHaveLength(3);
  });
});
