import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BETTER } from '../support/commit-cases.ts';
import { outsideTool } from '../support/outside-tool.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import {
  BAD,
  FIXTURE,
  UserRepository,
  expectAccepted,
  expectRefused,
  expectReport,
} from '../support/user-repository.ts';

const { checkout, tag, tarball } = inject('release');
const preCommit = outsideTool('pre-commit', 'pip install pre-commit');

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

let home: TemporaryFolder;
beforeAll(() => {
  // One for all tests: it holds the environments that pre-commit installs.
  home = new TemporaryFolder();
});
afterAll(() => home[Symbol.dispose]());

function preCommitRepository(config: string): UserRepository {
  const repository = new UserRepository({ PRE_COMMIT_HOME: home.path });
  // pre-commit brings the tool itself.
  repository.remove('node_modules');
  repository.commit({ '.pre-commit-config.yaml': config });
  repository.setUp('pre-commit install -t pre-commit -t pre-push');
  return repository;
}

describe.skipIf(preCommit.skipped)(preCommit.title, () => {
  test('the manifest is valid', () => {
    using repository = new UserRepository();
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
    repository.setUp(
      `sed -i.backup 's/min: 0/min: 2/' contracts/user_events.yaml && git add contracts/user_events.yaml`,
    );
    const refused = repository.tryCommit('git commit -m x');
    expect(refused.output).toContain(FIXTURE);
    expect(refused.output).toContain('below minimum 2');
    expect(refused).toMatchObject({ exitCode: 1, committed: false });
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
});
