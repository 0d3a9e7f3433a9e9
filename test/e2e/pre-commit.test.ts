import { readFileSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BETTER } from '../support/commit-cases.ts';
import { machineEnvironment } from '../support/machine-environment.ts';
import { outsideTool } from '../support/outside-tool.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import {
  BAD,
  FIXTURE,
  GOOD,
  UserRepository,
  expectAccepted,
  expectFanOut,
  expectRefused,
  expectReport,
  stageStricterContract,
} from '../support/user-repository.ts';

const { checkout, tag, tarball } = inject('release');

/** The framework as it is now, and its oldest line that knows the names of the stages in the manifest. */
const VERSIONS = [
  outsideTool('pre-commit', 'pip install pre-commit'),
  outsideTool(
    process.env['OLD_PRE_COMMIT'] ?? 'pre-commit-3',
    "pip install 'pre-commit<4' in a virtual environment of its own; OLD_PRE_COMMIT names its program",
  ),
];

const FROM_TAG = `repos:
  - repo: ${checkout}
    rev: ${tag}
    hooks:
      - id: contractgate
      - id: contractgate-all
`;

/** The example for users, with the package that is under test instead of the published one. */
function fromPackage(): string {
  const template = readFileSync(new URL('../../templates/pre-commit/.pre-commit-config.yaml', import.meta.url), 'utf8');
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
  expect(template).toContain(`[contractgate-hook@${version}]`);
  return template.replace(`contractgate-hook@${version}`, tarball);
}

describe.each(VERSIONS.filter(({ skipped }) => !skipped))('$title', ({ program }) => {
  let home: TemporaryFolder;
  beforeAll(() => {
    // One for all tests: it holds the environments that pre-commit installs.
    home = new TemporaryFolder();
  });
  afterAll(() => home[Symbol.dispose]());

  function environment(): Record<string, string> {
    const path = machineEnvironment()['PATH'] ?? '';
    return { PRE_COMMIT_HOME: home.path, PATH: isAbsolute(program) ? `${dirname(program)}${delimiter}${path}` : path };
  }

  function preCommitRepository(config: string): UserRepository {
    const repository = new UserRepository(environment());
    // pre-commit brings the tool itself.
    repository.remove('node_modules');
    repository.commit({ '.pre-commit-config.yaml': config });
    repository.setUp('pre-commit install -t pre-commit -t pre-push');
    return repository;
  }

  test('the manifest is valid', () => {
    using repository = new UserRepository(environment());
    const { exitCode, output } = repository.run(`pre-commit validate-manifest '${checkout}/.pre-commit-hooks.yaml'`);
    expect(exitCode, output).toBe(0);
  });

  test.each([
    ['from a git tag', () => FROM_TAG],
    ['from the package, as in templates/', fromPackage],
  ])('a commit, %s', (_, config) => {
    using repository = preCommitRepository(config());
    repository.stage(FIXTURE, BAD);
    repository.write(FIXTURE, BETTER);
    expectRefused(repository.tryCommit('git commit -m x'));

    repository.stage(FIXTURE, BETTER);
    repository.write(FIXTURE, BAD);
    const accepted = repository.tryCommit('git commit -m x');
    expectAccepted(accepted);
    expect(accepted.output).toMatch(/^contractgate\b.*Passed$/m);
  });

  test('a contract that becomes stricter has its fixtures checked', () => {
    using repository = preCommitRepository(FROM_TAG);
    stageStricterContract(repository);
    expectFanOut(repository.tryCommit('git commit -m x'));
  });

  test.each(['pre-commit run contractgate --all-files', 'pre-commit run contractgate-all --hook-stage manual'])(
    '%s',
    (line) => {
      using repository = preCommitRepository(FROM_TAG);
      expect(repository.run(line)).toMatchObject({ exitCode: 0, output: expect.stringMatching(/Passed\n$/) as string });

      repository.commit({ [FIXTURE]: BAD });
      const refused = repository.run(line);
      expect(refused.exitCode).toBe(1);
      expectReport(refused.output);
    },
  );

  test('pre-commit run --from-ref --to-ref reads the commit, whatever is checked out', () => {
    using repository = preCommitRepository(FROM_TAG);
    repository.git('checkout', '--quiet', '-b', 'bad');
    repository.commit({ [FIXTURE]: BAD });
    repository.git('checkout', '--quiet', 'main');

    const range = 'pre-commit run contractgate --from-ref main --to-ref';
    const refused = repository.run(`${range} bad`);
    expect(refused.exitCode).toBe(1);
    expectReport(refused.output);

    repository.git('checkout', '--quiet', '-b', 'good');
    repository.commit({ [FIXTURE]: BETTER });
    repository.git('checkout', '--quiet', 'bad');
    const accepted = repository.run(`${range} good`);
    expect(accepted.output).toMatch(/Passed\n$/);
  });

  test('a push of a commit that no hook has seen', () => {
    using repository = preCommitRepository(FROM_TAG);
    repository.git('init', '--quiet', '--bare', '../remote');
    repository.git('remote', 'add', 'origin', '../remote');
    const push = () => repository.run('git push --quiet origin main');

    repository.commit({ [FIXTURE]: BAD });
    const refused = push();
    expect(refused.exitCode).toBe(1);
    expectReport(refused.output);

    repository.commit({ [FIXTURE]: BETTER });
    const accepted = push();
    expect(accepted.exitCode, accepted.output).toBe(0);
  });

  test('a list of files that has to be batched: the report of each batch stands alone', () => {
    using repository = preCommitRepository(FROM_TAG);
    const names = Array.from({ length: 3000 }, (_, at) => `fixtures/user_events/${'long'.repeat(10)}-${at}.json`);
    repository.commit({ ...Object.fromEntries(names.map((name) => [name, GOOD])), [FIXTURE]: BAD });
    const refused = repository.run('pre-commit run contractgate --all-files');
    expect(refused.exitCode).toBe(1);
    expectReport(refused.output);
    const summaries = [...refused.output.matchAll(/^contractgate-hook: ([\d,]+) events? in [\d,]+ files? checked/gm)];
    expect(summaries.length).toBeGreaterThan(1);
    // A batch to which the contract or the mapping file falls checks all that it governs.
    const events = summaries.map(([, count = '']) => Number(count.replaceAll(',', '')));
    expect(events.reduce((sum, count) => sum + count)).toBeGreaterThan(names.length);

    repository.commit({ [FIXTURE]: BETTER });
    expect(repository.run('pre-commit run contractgate --all-files').output).toMatch(/Passed\n$/);
  });

  test.each([
    ['deleted', 'git rm --quiet contracts/user_events.yaml'],
    ['renamed', 'git mv contracts/user_events.yaml contracts/events.yaml'],
  ])('a contract that is %s and still governs fixtures refuses the commit, and its rehearsal', (_, change) => {
    using repository = preCommitRepository(FROM_TAG);
    repository.setUp(change);
    for (const { exitCode, output } of [repository.run('pre-commit run'), repository.tryCommit('git commit -m x')]) {
      expect(output).toContain('there is no contract contracts/user_events.yaml');
      expect(output).toContain('contractgate-hook.yaml:4:15');
      expect(exitCode).toBe(1);
    }

    const [from, to] = [repository.git('rev-parse', 'HEAD'), repository.commit()];
    const range = repository.run(`pre-commit run contractgate --from-ref ${from} --to-ref ${to}`);
    expect(range.output).toContain('there is no contract contracts/user_events.yaml');
    expect(range.exitCode).toBe(1);
  });
});
