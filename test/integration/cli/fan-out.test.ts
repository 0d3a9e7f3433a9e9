import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { CONFIG, CONTRACT, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

interface Result {
  readonly exitCode: number | null;
  readonly problems: readonly object[];
  readonly checks: readonly { readonly file: string; readonly passed: boolean; readonly because?: string }[];
}

/** How people come to the tool; each is given a repository with the change staged and nothing else. */
const WAYS: readonly (readonly [way: string, run: (repository: TemporaryRepository) => Result])[] = [
  ['what is staged', (repository) => check(repository, [])],
  ['FILES, in a commit', (repository) => check(repository, filesOf(repository), { GIT_INDEX_FILE: '.git/index' })],
  ['FILES, from the pre-commit framework by hand', (repository) => check(repository, filesOf(repository), PRE_COMMIT)],
  [
    'FILES of a range, while another commit is checked out',
    (repository) => {
      const files = filesOf(repository);
      const [from, to] = commit(repository);
      repository.git('checkout', '--quiet', '--detach', from);
      return check(repository, files, { ...PRE_COMMIT, PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to });
    },
  ],
  [
    'no files of a range, while another commit is checked out',
    (repository) => {
      const [from, to] = commit(repository);
      repository.git('checkout', '--quiet', '--detach', from);
      return check(repository, [], { ...PRE_COMMIT, PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to });
    },
  ],
  [
    '--from-ref --to-ref, while another commit is checked out',
    (repository) => {
      const [from, to] = commit(repository);
      repository.git('checkout', '--quiet', '--detach', from);
      return check(repository, ['--from-ref', from, '--to-ref', to]);
    },
  ],
  ['--since, before a commit', (repository) => check(repository, ['--since', 'HEAD'])],
  ['--since, after a commit', (repository) => check(repository, ['--since', commit(repository)[0]])],
];

const PRE_COMMIT = { PRE_COMMIT: '1' };

function check(repository: TemporaryRepository, args: readonly string[], environment: object = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...args, '--format', 'json'], {
    cwd: repository.root,
    env: { ...repository.environment, ...environment },
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/\n {4}at /);
  return { exitCode: status, ...(JSON.parse(stdout) as Omit<Result, 'exitCode'>) };
}

/** As hook tools list them: deleted files are left out. */
function filesOf(repository: TemporaryRepository): string[] {
  return repository
    .git('diff', '--cached', '--name-only', '--no-renames', '--diff-filter=d')
    .split('\n')
    .filter(Boolean);
}

function commit(repository: TemporaryRepository): [before: string, after: string] {
  const before = repository.git('rev-parse', 'HEAD');
  repository.git('commit', '--quiet', '--no-verify', '-m', 'A change');
  return [before, repository.git('rev-parse', 'HEAD')];
}

const STRICTER = CONTRACT.replace('required: true', 'required: true\n      min: 5');

describe.each(WAYS)('%s', (way, run) => {
  const isGiven = way.startsWith('FILES');
  const reason = (file: string, changed: string) => `${file} ${isGiven ? 'is among the files given' : changed}`;

  test.each([
    ['changed', SEED, { 'contracts/event.yaml': STRICTER }, 'changed', 1],
    ['added', { 'contractgate-hook.yaml': CONFIG }, SEED, 'was added', 0],
  ])('a contract that is %s brings in its fixtures and says so', (_title, before, after, changed, code) => {
    using repository = new TemporaryRepository();
    repository.commit({ ...before, 'fixtures/a.json': GOOD, 'other/b.json': GOOD });
    for (const [path, content] of Object.entries(after)) repository.stage(path, content);
    const { exitCode, checks, problems } = run(repository);
    expect(problems).toEqual([]);
    const because = reason('its contract contracts/event.yaml', changed);
    expect(checks).toEqual([expect.objectContaining({ file: 'fixtures/a.json', passed: code === 0, because })]);
    expect(exitCode).toBe(code);
  });

  test('a mapping file that changes brings in what it maps now', () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'other/b.json': '{"id":"b"}\n' });
    repository.stage('contractgate-hook.yaml', CONFIG.replace('fixtures/**', 'other/**'));
    expect(run(repository)).toMatchObject({
      exitCode: 1,
      problems: [],
      checks: [{ file: 'other/b.json', because: reason('the mapping file contractgate-hook.yaml', 'changed') }],
    });
  });

  test.each([
    ['deleted', ['rm', '--quiet', 'contracts/event.yaml'], /^It governs fixtures/],
    [
      'renamed',
      ['mv', 'contracts/event.yaml', 'contracts/happening.yaml'],
      /^What it held is now contracts\/happening.yaml: name that in the mapping. It governs fixtures/,
    ],
  ] as const)(
    'a contract that is %s and still governs fixtures is a problem of the mapping',
    (_title, change, hint) => {
      using repository = new TemporaryRepository();
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
      repository.git(...change);
      expect(run(repository)).toMatchObject({
        exitCode: 2,
        checks: [],
        problems: [
          {
            code: 'contract',
            message: 'there is no contract contracts/event.yaml',
            file: 'contractgate-hook.yaml',
            line: 4,
            column: 15,
            hint: expect.stringMatching(hint) as string,
          },
        ],
      });
    },
  );

  test('a contract that is deleted with its fixtures is none', () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
    repository.git('rm', '--quiet', 'contracts/event.yaml', 'fixtures/a.json');
    expect(run(repository)).toMatchObject({ exitCode: 0, checks: [], problems: [] });
  });
});

test('a fixture that changes beside its contract is listed once, and for itself', () => {
  using repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD });
  repository.stage('contracts/event.yaml', `${CONTRACT}# Another word.\n`);
  repository.stage('fixtures/b.json', '{"id":3}\n');
  const { checks } = check(repository, []);
  expect(checks.map(({ file, because }) => [file, because])).toEqual([
    ['fixtures/b.json', undefined],
    ['fixtures/a.json', 'its contract contracts/event.yaml changed'],
  ]);
});

test('a file of a range that is deleted there, but checked out and therefore given, is no missing file', () => {
  using repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
  repository.git('rm', '--quiet', 'fixtures/a.json');
  const [from, to] = commit(repository);
  repository.git('checkout', '--quiet', '--detach', from);
  const range = { ...PRE_COMMIT, PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to };
  expect(check(repository, ['fixtures/a.json'], range)).toMatchObject({ exitCode: 0, checks: [], problems: [] });
});

test('a contract of very many fixtures: nothing but the report is written, on every version of Node', () => {
  using repository = new TemporaryRepository();
  const names = Array.from({ length: 700 }, (_, at) => `fixtures/${at}.json`);
  repository.commit({ ...SEED, ...Object.fromEntries(names.map((name) => [name, GOOD])) });
  repository.stage('contracts/event.yaml', STRICTER);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json'], {
    cwd: repository.root,
    env: repository.environment,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect((JSON.parse(stdout) as Result).checks).toHaveLength(700);
  expect(status).toBe(1);
});
