import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BETTER, COMMIT_CASES } from '../support/commit-cases.ts';
import {
  BAD,
  FIXTURE,
  UserRepository,
  expectAccepted,
  expectFanOut,
  expectRefused,
  stageStricterContract,
} from '../support/user-repository.ts';

/** As the README has it for repositories without a hook manager. */
const INSTALL = 'cp node_modules/contractgate-hook/hooks/pre-commit "$(git rev-parse --git-path hooks)/pre-commit"';

function hookedRepository(): UserRepository {
  const repository = new UserRepository();
  repository.setUp(INSTALL);
  return repository;
}

describe('hooks/pre-commit', () => {
  test.each(COMMIT_CASES)('$title', ({ prepare, commit, folder = '' }) => {
    using repository = hookedRepository();
    const cwd = join(repository.root, folder);

    prepare(repository, BAD);
    expectRefused(repository.tryCommit(commit, { cwd }));

    repository.git('reset', '--quiet', '--hard');
    prepare(repository, BETTER);
    const accepted = repository.tryCommit(commit, { cwd });
    expectAccepted(accepted);
    expect(accepted.output).toContain('1 event in 1 file checked against 1 contract: all hold');
  });

  test('a contract that becomes stricter has its fixtures checked', () => {
    using repository = hookedRepository();
    stageStricterContract(repository);
    expectFanOut(repository.tryCommit('git commit -m x'));
  });

  test('in a linked worktree below the installed package', () => {
    using repository = hookedRepository();
    const cwd = join(repository.root, 'linked');
    repository.git('worktree', 'add', '--quiet', cwd);

    repository.write(`linked/${FIXTURE}`, BAD);
    const linked = repository.run('git commit --quiet -a -m x', { cwd });
    expect(linked.exitCode).toBe(1);
    expect(linked.output).toContain(FIXTURE);
  });

  test('finds the command on PATH', () => {
    using repository = hookedRepository();
    repository.setUp('mv node_modules ../elsewhere');
    const PATH = `${join(repository.folder, 'elsewhere/.bin')}:${repository.environment['PATH']}`;
    repository.stage(FIXTURE, BAD);
    expectRefused(repository.tryCommit('git commit -m x', { environment: { PATH } }));
  });

  test('refuses the commit in one sentence when the package is not installed', () => {
    using repository = hookedRepository();
    repository.remove('node_modules');
    repository.stage(FIXTURE, BETTER);
    const commit = repository.tryCommit('git commit -m x');
    expect(commit.output).toMatch(/^contractgate-hook is not installed [^\n]+\n$/);
    expect(commit).toMatchObject({ exitCode: 1, committed: false });
    expect(repository.run('.git/hooks/pre-commit').exitCode).toBe(2);
  });
});
