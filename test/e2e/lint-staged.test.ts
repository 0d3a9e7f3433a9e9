import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

const CONFIGURATIONS = [
  {
    way: 'the plain command',
    configure: (repository: UserRepository) =>
      repository.write('.lintstagedrc.json', '{ "*.{json,ndjson,jsonl,yaml,yml}": "contractgate-hook" }\n'),
  },
  {
    way: 'contractgate-hook/lint-staged',
    configure: (repository: UserRepository) =>
      repository.setUp('cp node_modules/contractgate-hook/templates/lint-staged/lint-staged.config.mjs .'),
  },
];

/** Those that lint-staged itself gets right: of `-a` and `-- path` it has lost track more than once. */
const CASES = COMMIT_CASES.filter(({ commit, folder }) => commit === 'git commit -m x' && folder === undefined);

describe.each(CONFIGURATIONS)('lint-staged, $way', ({ configure }) => {
  let repository: UserRepository;
  let base: string;
  beforeAll(() => {
    repository = new UserRepository();
    configure(repository);
    base = repository.commit();
    repository.hook('pre-commit', 'exec node_modules/.bin/lint-staged');
  });
  beforeEach(() => repository.restore(base));
  afterAll(() => repository[Symbol.dispose]());

  test.each(CASES)('$title', ({ prepare, commit }) => {
    prepare(repository, BAD);
    const status = repository.git('status', '--porcelain');
    const refused = repository.tryCommit(commit);
    expectRefused(refused);
    expect(refused.output.match(/value -5/g)).toHaveLength(1);
    expect(repository.git('status', '--porcelain')).toBe(status);

    repository.restore(base);
    prepare(repository, BETTER);
    expectAccepted(repository.tryCommit(commit));
  });

  test('a contract that becomes stricter has its fixtures checked', () => {
    stageStricterContract(repository);
    expectFanOut(repository.tryCommit('git commit -m x'));
  });

  test('what cannot be checked refuses the commit', () => {
    repository.setUp('git rm --quiet --cached contracts/user_events.yaml && rm contracts/user_events.yaml');
    repository.stage(FIXTURE, BETTER);
    const refused = repository.tryCommit('git commit -m x');
    expect(refused.output).toContain('there is no contract contracts/user_events.yaml');
    expect(refused).toMatchObject({ exitCode: 1, committed: false });
  });
});
