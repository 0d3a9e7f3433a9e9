import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const folder = new TemporaryFolder();
const repository = new TemporaryRepository();
let program: string;

const field = '    - { name: a, type: integer, pattern: x }\n';
const contract = (name: string, more = '') =>
  `version: "1"\nname: ${name}\nontology:\n  entities:\n${field}    - { name: kind, type: string, required: false, enum: [open, closed] }\n${more}`;

beforeAll(() => {
  program = bundleProgram(folder.path);
  const fixtures = Array.from({ length: 40 }, (_, index) => [
    `f/t/${index % 7}/${index}.ndjson`,
    `{"a":${index % 5 === 0 ? '"x"' : index},"kind":"${index % 6 === 0 ? 'opne' : 'open'}"}\n`.repeat(
      1 + ((index * 37) % 50),
    ),
  ]);
  repository.commit({
    'contractgate-hook.yaml': `version: 1
mappings:
  - { files: "f/old/*", contract: [c/u.yaml, c/t.yaml], resolution: fallback }
  - { files: "f/*/**", contract: "c/$1.yaml" }
  - { files: "g/*", contract: c/absent.yaml }
  - { files: "never/*", contract: c/t.yaml }
contracts: ["c/*"]
fixtures: ["f/**", "h/**"]
unmapped: error
`,
    'c/t.yaml': contract('t', 'patern: x\n'),
    'c/u.yaml': contract('u', 'quality:\n  - { field: a, type: uniqueness }\n'),
    'c/broken.yaml': 'version: [',
    'f/u/twice.ndjson': '{"a":1}\n{"a":1}\n',
    'f/old/x.json': '[{"a":1},{"a":1},{"b":2},{"a":1.5}]',
    'f/t/not.json': '{"a":',
    'f/t/lfs.json': 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n',
    'f/t/zz~odd name.json': '{"kind":7}',
    'f/broken/x.json': '{}',
    'g/x.json': '{}',
    'h/unmapped.json': '{}',
    ...Object.fromEntries(fixtures),
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: repository.root,
    env: repository.environment,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.replace(/"durationMs": [\d.]+|time="[\d.]+"/g, ''), stderr };
}

const at = (name: string | number) => join(repository.folder, `${name}.json`);

function shards(count: number, ...args: string[]): string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = at(`${count}-${index + 1}`);
    run(...args, '--shard', `${index + 1}/${count}`, '--format', 'concise', '--format', `json:${file}`);
    return file;
  });
}

describe('the reports of shards, merged,', () => {
  test.each([
    [1, ['--all']],
    [2, ['--all']],
    [3, ['--all', '--staged']],
    [4, ['--all', '--rev', 'HEAD']],
    [50, ['--all']],
  ] as const)(
    'are that of one run: %i, of %j',
    (count, args) => {
      const whole = run(...args, '--format', 'json');
      expect(whole.status).toBe(2);
      const files = shards(count, ...args);
      // In whatever order they come.
      const merged = run('merge', ...files.toReversed(), '--format', 'json');
      expect(merged.stdout).toBe(whole.stdout);
      expect(merged.status).toBe(2);
      for (const format of ['concise', 'github', 'gitlab', 'junit', 'sarif']) {
        expect(run('merge', ...files, '--format', format).stdout, format).toBe(run(...args, '--format', format).stdout);
      }
      const human = run('merge', ...files);
      expect(human.stdout).toContain('in 44 files');
      expect(human.stdout).toContain('did you mean "open"?');
    },
    120_000,
  );

  test('have each check once, and balance their sizes', () => {
    const parts = shards(3, '--all').map(
      (file) => JSON.parse(readFileSync(file, 'utf8')) as { checks: { file: string }[]; summary: { events: number } },
    );
    const files = parts.flatMap(({ checks }) => checks.map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
    const events = parts.map((part) => part.summary.events);
    expect(Math.max(...events) / Math.min(...events)).toBeLessThan(1.5);
  });

  test.each<[string, (files: string[]) => string[], RegExp]>([
    ['is missing', ([first = '']) => [first], /shard 2\/2 is missing/],
    ['is there twice', ([first = '', second = '']) => [first, second, first], /both shard 1\/2/],
    ['does not exist', (files) => [...files, at('nowhere')], /does not exist/],
    ['is no JSON', (files) => [...files, join(repository.root, 'contractgate-hook.yaml')], /is not JSON/],
    ['is another JSON', (files) => [...files, join(repository.root, 'f/old/x.json')], /is not a report/],
    [
      'is of another snapshot',
      (files) => [...files, ...shards(1, '--all', '--staged')],
      /is of index, but .* of worktree/,
    ],
    [
      'is of another version',
      (files) => {
        const text = readFileSync(files[1] ?? '', 'utf8');
        writeFileSync(files[1] ?? '', text.replace(/"version": "[^"]+"/, '"version": "9.9.9"'));
        return files;
      },
      /is of version 9\.9\.9, but/,
    ],
  ])('are refused where one %s', (_, change, words) => {
    const { status, stdout } = run('merge', ...change(shards(2, '--all')));
    expect(status).toBe(2);
    expect(stdout).toMatch(words);
  });

  test('count each file once where one is merged twice', () => {
    const [first = '', second = ''] = shards(2, '--all');
    const summaryOf = (...files: string[]) => {
      const { status } = run('merge', ...files, '--format', `json:${at('merged')}`);
      const { summary, problems } = JSON.parse(readFileSync(at('merged'), 'utf8')) as {
        summary: object;
        problems: { message: string }[];
      };
      const counts = { ...summary, problems: 0, durationMs: 0 };
      return { status, counts, told: problems.map(({ message }) => message).join('\n') };
    };
    const { counts, status } = summaryOf(first, second);
    const twice = summaryOf(first, second, first);
    expect(twice).toMatchObject({ status, counts });
    expect(twice.told).toContain(`${first} and ${first} are both shard 1/2`);
    expect(twice.told).not.toContain('both tell of');
    run('--all', '--format', `json:${at('whole')}`, '--format', 'concise');
    const whole = summaryOf(at('whole'), at('whole'));
    expect(whole).toMatchObject({ status: 2, counts });
    expect(whole.told).toMatch(/whole\.json and .*whole\.json both tell of f\/old\/x\.json and 43 more files/);
  });

  test('a part that is none is a usage error', () => {
    const { status, stderr } = run('--all', '--shard', '3/2');
    expect(status).toBe(2);
    expect(stderr).toContain('--shard needs a part of a whole, such as 2/4, got 3/2');
    expect(run('merge').status).toBe(2);
  });
});
