import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/setup/doctor/finding.ts';
import { outsideTool } from '../support/outside-tool.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { BAD, FIXTURE, UserRepository, expectRefused } from '../support/user-repository.ts';

const preCommit = outsideTool('pre-commit', 'pip install pre-commit');
const program = 'npx --no-install contractgate-hook';

/** What doctor finds amiss of one kind, in the folder `cwd`. */
function amiss(repository: UserRepository, check: string, cwd?: string): readonly Finding[] {
  const { stdout } = repository.run(`${program} doctor --json`, cwd === undefined ? {} : { cwd });
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  return findings.filter((finding) => finding.check === check && finding.status !== 'good');
}

/** The commands of an advice: those between backticks, or all of it. */
function commandsOf(advice: string): readonly string[] {
  const quoted = Array.from(advice.matchAll(/`([^`]+)`/g), ([, text = '']) => text);
  return quoted.length === 0 ? [advice] : quoted.filter((text) => /^(git|npx|contractgate-hook) \w/.test(text));
}

/** Does as it is told, to the letter; init asks, and tells what is left to run. */
function follow(repository: UserRepository, advice: string, cwd?: string): void {
  const commands = commandsOf(advice);
  expect(commands, advice).not.toEqual([]);
  for (const command of commands) {
    if (!command.endsWith('contractgate-hook init')) {
      const { exitCode, output } = repository.run(command, cwd === undefined ? {} : { cwd });
      expect(exitCode, `${command}\n${output}`).toBe(0);
      continue;
    }
    const init = repository.run(`${program} init --yes`);
    const [, block = ''] = /^Now run:\n((?: {2}.*\n)*)/m.exec(init.output) ?? [];
    for (const line of block.split('\n').filter((text) => !/^\s*(npm install|$)/.test(text))) repository.setUp(line);
  }
}

/** Follows doctor's advice until it has no more. */
function expectMended(repository: UserRepository, check: string, cwd?: string): void {
  expect(amiss(repository, check, cwd)).not.toEqual([]);
  for (let step = 0; step < 3; step++) {
    const [found] = amiss(repository, check, cwd);
    if (found === undefined) return;
    follow(repository, found.fix ?? '', cwd);
  }
  expect(amiss(repository, check, cwd)).toEqual([]);
}

const lefthook = 'pre-commit:\n  commands:\n    contractgate:\n      run: node_modules/.bin/contractgate-hook\n';
const outside = (repository: UserRepository): string => join(repository.folder, 'everywhere');

describe('the advice of doctor, followed to the letter, ends in a refused bad commit', () => {
  test.each<[string, (repository: UserRepository) => void]>([
    ['there is no hook', () => {}],
    [
      'a hook that is not executable',
      (repository) => {
        repository.hook('pre-commit', 'exec node_modules/.bin/contractgate-hook');
        chmodSync(join(repository.root, '.git/hooks/pre-commit'), 0o644);
      },
    ],
    ['a hook that does something else', (repository) => repository.hook('pre-commit', 'echo first\nexit 0')],
    [
      'a hook that never comes to it',
      (repository) => repository.hook('pre-commit', 'exit 0\nnode_modules/.bin/contractgate-hook'),
    ],
    [
      'core.hooksPath leads into the repository',
      (repository) => repository.git('config', 'core.hooksPath', 'build/hooks'),
    ],
    ['core.hooksPath leads out of it', (repository) => repository.git('config', 'core.hooksPath', outside(repository))],
    [
      'core.hooksPath leads to a hook that is not ours',
      (repository) => {
        repository.git('config', 'core.hooksPath', outside(repository));
        repository.run(
          'mkdir ../everywhere && printf "#!/bin/sh\\n" > ../everywhere/pre-commit && chmod +x ../everywhere/*',
        );
      },
    ],
    [
      'core.hooksPath of all repositories',
      (repository) => repository.setUp(`git config --global core.hooksPath ${outside(repository)}`),
    ],
    [
      'husky was never run',
      (repository) => repository.commit({ 'package.json': '{}', '.husky/pre-commit': 'contractgate-hook\n' }),
    ],
    [
      'husky runs something else',
      (repository) => {
        repository.commit({ '.husky/pre-commit': 'echo first\n' });
        repository.setUp('npx husky');
      },
    ],
    [
      'husky ends before it',
      (repository) => {
        repository.commit({ '.husky/pre-commit': 'exit 0\ncontractgate-hook\n' });
        repository.setUp('npx husky');
      },
    ],
    ['lefthook is configured', (repository) => repository.commit({ 'lefthook.yml': lefthook })],
    [
      'lefthook is configured, and git looks elsewhere',
      (repository) => {
        repository.commit({ 'lefthook.yml': lefthook });
        repository.git('config', 'core.hooksPath', 'elsewhere');
      },
    ],
    [
      'simple-git-hooks is configured',
      (repository) =>
        repository.commit({
          'package.json': '{ "simple-git-hooks": { "pre-commit": "node_modules/.bin/contractgate-hook" } }',
        }),
    ],
  ])('%s', (_, prepare) => {
    using config = new TemporaryFolder();
    using repository = new UserRepository({ GIT_CONFIG_GLOBAL: join(config.path, 'gitconfig') });
    prepare(repository);
    expectMended(repository, 'hook');
    repository.stage(FIXTURE, BAD);
    expectRefused(repository.tryCommit('git commit -m x'));
  });

  test.skipIf(preCommit.skipped).each(['', 'elsewhere'])(`${preCommit.title} is configured; hooksPath: %j`, (path) => {
    using repository = new UserRepository();
    const hook =
      "{ id: contractgate, name: x, entry: node_modules/.bin/contractgate-hook, language: system, files: 'json$' }";
    repository.commit({ '.pre-commit-config.yaml': `repos:\n  - repo: local\n    hooks:\n      - ${hook}\n` });
    if (path !== '') repository.git('config', 'core.hooksPath', path);
    expectMended(repository, 'hook');
    repository.stage(FIXTURE, BAD);
    const commit = repository.tryCommit('git commit -m x');
    expect(commit, commit.output).toMatchObject({ exitCode: 1, committed: false });
  });

  test('husky in a linked worktree', () => {
    using repository = new UserRepository();
    repository.commit({ '.husky/pre-commit': 'contractgate-hook\n' });
    repository.setUp('npx husky');
    const cwd = join(repository.folder, 'linked');
    repository.git('worktree', 'add', '--quiet', cwd);
    repository.setUp(`ln -s "$PWD/node_modules" ${cwd}/node_modules`);
    expectMended(repository, 'hook', cwd);
  });
});

describe('the advice of doctor, followed to the letter, leaves nothing to find', () => {
  test.each<[string, string, (repository: UserRepository) => void]>([
    [
      'merges with a plain hook',
      'merge-hook',
      (repository) => repository.hook('pre-commit', 'exec node_modules/.bin/contractgate-hook'),
    ],
    [
      'merges with husky',
      'merge-hook',
      (repository) => {
        repository.commit({ '.husky/pre-commit': 'contractgate-hook\n' });
        repository.setUp('npx husky');
      },
    ],
    ['no mapping file', 'mapping-file', (repository) => repository.remove('contractgate-hook.yaml')],
    [
      'files of odd names that are not in git',
      'untracked',
      (repository) => {
        repository.setUp('git rm -r --quiet --cached contracts contractgate-hook.yaml');
        repository.setUp("mkdir -p 'fixtures/it'\\''s 1' && cp fixtures/user_events/click.json 'fixtures/it'\\''s 1/'");
        repository.setUp("cp contracts/user_events.yaml 'contracts/it'\\''s 1.yaml'");
      },
    ],
  ])('%s', (_, check, prepare) => {
    using repository = new UserRepository();
    prepare(repository);
    expectMended(repository, check);
  });

  test('a shallow clone', () => {
    using repository = new UserRepository();
    repository.commit({}, 'Another');
    const clone = join(repository.folder, 'clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.root}`, clone);
    repository.setUp(`ln -s "$PWD/node_modules" ${clone}/node_modules`);
    expectMended(repository, 'shallow', clone);
  });
});
