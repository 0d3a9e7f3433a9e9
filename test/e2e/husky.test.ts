import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BETTER, COMMIT_CASES } from '../support/commit-cases.ts';
import {
  BAD,
  UserRepository,
  expectAccepted,
  expectFanOut,
  expectRefused,
  stageStricterContract,
} from '../support/user-repository.ts';

describe('husky', () => {
  let repository: UserRepository;
  let base: string;
  beforeAll(() => {
    repository = new UserRepository();
    // What the README tells a user to do.
    repository.setUp(
      'npx husky init && cp node_modules/contractgate-hook/templates/husky/pre-commit .husky/pre-commit',
    );
    base = repository.commit();
  });
  beforeEach(() => repository.restore(base));
  afterAll(() => repository[Symbol.dispose]());

  test.each(COMMIT_CASES)('$title', ({ prepare, commit, folder = '' }) => {
    const cwd = join(repository.root, folder);

    prepare(repository, BAD);
    const status = repository.git('status', '--porcelain');
    expectRefused(repository.tryCommit(commit, { cwd }));
    expect(repository.git('status', '--porcelain')).toBe(status);

    repository.restore(base);
    prepare(repository, BETTER);
    const accepted = repository.tryCommit(commit, { cwd });
    expectAccepted(accepted);
    expect(accepted.output).toContain('1 event in 1 file checked against 1 contract: all hold');
  });

  test('a contract that becomes stricter has its fixtures checked', () => {
    stageStricterContract(repository);
    expectFanOut(repository.tryCommit('git commit -m x'));
  });

  test('without the package the commit is refused', () => {
    repository.remove('node_modules');
    repository.stage('fixtures/user_events/new.json', BETTER);
    const commit = repository.tryCommit('git commit -m x');
    expect(commit.output).toMatch(/contractgate-hook:? not found/);
    expect(commit).toMatchObject({ exitCode: 1, committed: false });
  });
});
