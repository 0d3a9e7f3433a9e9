import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { BETTER, COMMIT_CASES } from '../support/commit-cases.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import {
  BAD,
  FIXTURE,
  UserRepository,
  expectAccepted,
  expectFanOut,
  expectRefused,
  stageStricterContract,
} from '../support/user-repository.ts';

const { tarball } = inject('release');
const templates = join(import.meta.dirname, '../../templates');
const home = new TemporaryFolder();
afterAll(() => home[Symbol.dispose]());

interface Manager {
  readonly name: string;
  readonly skipped?: boolean;
  /** As the README has it: a file of templates/, and what the manager wants to be told. */
  readonly setUp: (repository: UserRepository) => void;
  /** The ways to commit that the manager itself gets right. */
  readonly cases: typeof COMMIT_CASES;
}

const copied = (repository: UserRepository, from: string, to: string, edit = (text: string) => text): void =>
  repository.write(to, edit(readFileSync(join(templates, from), 'utf8')));

const MANAGERS: readonly Manager[] = [
  {
    name: 'lefthook',
    setUp(repository) {
      copied(repository, 'lefthook/lefthook.yml', 'lefthook.yml');
      repository.setUp('npx --no-install lefthook install');
    },
    cases: COMMIT_CASES,
  },
  {
    name: 'simple-git-hooks',
    setUp(repository) {
      copied(repository, 'simple-git-hooks/.simple-git-hooks.json', '.simple-git-hooks.json');
      repository.setUp('npx --no-install simple-git-hooks');
    },
    cases: COMMIT_CASES,
  },
  {
    name: 'prek',
    setUp(repository) {
      copied(repository, 'prek/prek.toml', 'prek.toml', withPackage);
      repository.setUp('npx --no-install prek install');
    },
    // It stashes what is not staged, and leaves the files of `git commit -a` and `-- path` as git has them.
    cases: COMMIT_CASES,
  },
  gitItself(),
];

/** The package under test instead of the published one. */
function withPackage(text: string): string {
  const published = /contractgate-hook@[\d.]+/;
  expect(text).toMatch(published);
  return text.replace(published, tarball);
}

/** Hooks of git's own configuration: older gits take no notice of them. */
function gitItself(): Manager {
  const version = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout.trim();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  const skipped = major < 2 || (major === 2 && minor < 54);
  if (skipped) process.stderr.write(`SKIPPED: hooks in git's configuration need git 2.54, and this is ${version}\n`);
  return {
    name: `git config hook.*${skipped ? ` [SKIPPED: needs git 2.54, this is ${version}]` : ''}`,
    skipped,
    setUp(repository) {
      copied(repository, 'git-config/contractgate.gitconfig', 'contractgate.gitconfig');
      repository.setUp('git config --local include.path ../contractgate.gitconfig');
    },
    cases: COMMIT_CASES,
  };
}

describe.each(MANAGERS.filter(({ skipped }) => !skipped))('$name', ({ setUp, cases }) => {
  let repository: UserRepository;
  let base: string;
  beforeAll(() => {
    repository = new UserRepository({ PREK_HOME: home.path });
    setUp(repository);
    base = repository.commit();
  });
  beforeEach(() => repository.restore(base));
  afterAll(() => repository[Symbol.dispose]());

  test.each(cases)('$title', ({ prepare, commit, folder = '' }) => {
    const cwd = join(repository.root, folder);
    prepare(repository, BAD);
    const status = repository.git('status', '--porcelain');
    expectRefused(repository.tryCommit(commit, { cwd }));
    expect(repository.git('status', '--porcelain')).toBe(status);

    repository.restore(base);
    prepare(repository, BETTER);
    expectAccepted(repository.tryCommit(commit, { cwd }));
  });

  test('a contract that becomes stricter has its fixtures checked', () => {
    stageStricterContract(repository);
    expectFanOut(repository.tryCommit('git commit -m x'));
  });

  test.each([
    ['deleted', 'git rm --quiet contracts/user_events.yaml'],
    ['renamed', 'git mv contracts/user_events.yaml contracts/events.yaml'],
  ])('a contract that is %s and still governs fixtures refuses the commit', (_, change) => {
    repository.setUp(change);
    const refused = repository.tryCommit('git commit -m x');
    expect(refused.output).toContain('there is no contract contracts/user_events.yaml');
    expect(refused.output).toContain('contractgate-hook.yaml:4:15');
    expect(refused).toMatchObject({ exitCode: 1, committed: false });
  });
});

// Those that start nothing before the merge is made need no second hook: prek installs one for pre-commit only.
describe.each(MANAGERS.filter(({ name, skipped }) => !skipped && name !== 'prek'))('$name', ({ setUp }) => {
  test('a merge without conflicts', () => {
    using repository = new UserRepository();
    setUp(repository);
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ [FIXTURE]: BAD });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'other.txt': 'x\n' });
    expectRefused(repository.tryCommit('git merge --no-edit topic'));
  });
});
