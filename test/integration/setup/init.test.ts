import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../support/run-program.ts';
import type { ProgramOutcome } from '../../support/run-program.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, CONTRACT, GOOD } from '../../support/traps/trap.ts';

const seed = { 'contracts/event.yaml': CONTRACT, 'fixtures/event/a.json': GOOD };
const mappingFile = 'contractgate-hook.yaml';

function init(repository: TemporaryRepository, argv: readonly string[], answer?: string): Promise<ProgramOutcome> {
  return runProgram(['init', ...argv], {
    cwd: repository.root,
    env: repository.environment,
    ...(answer !== undefined && { ask: () => Promise.resolve(answer) }),
  });
}

function fileIn({ root }: TemporaryRepository, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

describe('init', () => {
  test.each([
    ['y', true],
    [' Yes ', true],
    ['n', false],
    ['', false],
  ])('asks at a terminal; %j', async (answer, written) => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    const { code, stdout } = await init(repository, [], answer);
    expect(code).toBe(0);
    expect(stdout).toContain(`+++ b/${mappingFile}`);
    expect(fileIn(repository, mappingFile) !== undefined).toBe(written);
    expect(fileIn(repository, '.git/hooks/pre-commit') !== undefined).toBe(written);
  });

  test('writes nothing without a terminal, and says so', async () => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    expect((await init(repository, [])).stdout).toContain('there is no terminal to ask on; --yes writes');
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(fileIn(repository, '.git/hooks/pre-commit')).toBeUndefined();
  });

  test('ends with a run: data that does not hold today is shown, and answered with 1', async () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...seed, 'fixtures/event/b.json': BAD });
    const { code, stdout } = await init(repository, ['--yes']);
    expect(code).toBe(1);
    expect(stdout).toContain('fixtures/event/b.json');
    expect(stdout).toContain('contractgate-hook baseline');
    expect(statSync(join(repository.root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111);
  });

  test('leaves a mapping file alone, and one that cannot be read too', async () => {
    using repository = new TemporaryRepository();
    const own = 'version: 1\nmappings: [{ files: fixtures/**, contract: contracts/event.yaml }] # ours\n';
    repository.commit({ ...seed, [mappingFile]: own });
    expect((await init(repository, ['--yes'])).code).toBe(0);
    expect(fileIn(repository, mappingFile)).toBe(own);
    repository.write(mappingFile, 'version: [');
    expect((await init(repository, ['--yes'])).code).toBe(2);
    expect(fileIn(repository, mappingFile)).toBe('version: [');
  });

  test('puts the hook where core.hooksPath leads, and never out of the repository', async () => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    repository.git('config', 'core.hooksPath', '.githooks');
    expect((await init(repository, ['--yes'])).stdout).toContain('wrote .githooks/pre-commit');
    repository.remove('.githooks');
    repository.git('config', 'core.hooksPath', join(repository.folder, 'everywhere'));
    const { code, stdout } = await init(repository, ['--yes']);
    expect(code).toBe(2);
    expect(stdout).toContain('leads out of this repository');
    expect(existsSync(join(repository.folder, 'everywhere'))).toBe(false);
  });

  test('in a linked worktree, the hook is the one of all worktrees', async () => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    const worktree = join(repository.folder, 'linked');
    repository.git('worktree', 'add', '--quiet', worktree);
    const { code } = await runProgram(['init', '--yes'], { cwd: worktree, env: repository.environment });
    expect(code).toBe(0);
    expect(fileIn(repository, '.git/hooks/pre-commit')).toContain('contractgate-hook');
  });

  test('cannot set up what is no repository', async () => {
    using repository = new TemporaryRepository();
    const outcome = await runProgram(['init'], { cwd: repository.folder, env: repository.environment });
    expect(outcome).toMatchObject({ code: 2, stdout: expect.stringContaining('git init') as string });
  });

  test('nor what is a bare repository, or where there is no git', async () => {
    using repository = new TemporaryRepository();
    const bare = join(repository.folder, 'bare.git');
    repository.git('init', '--quiet', '--bare', bare);
    for (const cwd of [bare, join(bare, 'hooks')]) {
      for (const command of ['init', 'doctor']) {
        const { code, stdout } = await runProgram([command], { cwd, env: repository.environment });
        expect({ code, stdout }).toMatchObject({
          code: 2,
          stdout: expect.stringContaining('bare repository') as string,
        });
        expect(stdout).not.toContain('git init');
      }
    }
    const withoutGit = { ...repository.environment, PATH: repository.folder };
    const outcome = await runProgram(['init'], { cwd: repository.root, env: withoutGit });
    expect(outcome).toMatchObject({ code: 2, stdout: expect.stringContaining('git was not found on PATH') as string });
  });

  test('a second run, wherever in the repository, finds nothing to do', async () => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    await init(repository, ['--yes']);
    const before = repository.git('status', '--porcelain', '--ignored');
    const { code, stdout } = await runProgram(['init', '--yes'], {
      cwd: join(repository.root, 'fixtures/event'),
      env: repository.environment,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('is there and stays as it is');
    expect(stdout).toContain('runs contractgate-hook already');
    expect(stdout).not.toMatch(/^(wrote|changed) /m);
    expect(repository.git('status', '--porcelain', '--ignored')).toBe(before);
  });

  test.each([
    ['#!/bin/sh\n', 'echo first\nexit 0\n'],
    ['#!/usr/bin/env bash\n', 'npm test'],
    ['#! /bin/dash\n', 'cat <<end\ntext\nend\nexec echo last \\\n'],
    ['', 'echo first\r\n'],
  ])('puts a line into a hook in shell, below %j: once, and all else stays', async (first, rest) => {
    using repository = new TemporaryRepository();
    repository.commit({ ...seed, 'package.json': '{}', 'scripts/hook': '' });
    repository.write('.git/hooks/pre-commit', `${first}${rest}`);
    chmodSync(join(repository.root, '.git/hooks/pre-commit'), 0o750);
    const shown = await init(repository, ['--dry-run']);
    expect(shown.stdout).toContain('+node_modules/.bin/contractgate-hook || exit $?\n');
    for (const _ of [1, 2]) {
      expect((await init(repository, ['--yes'])).code).toBe(0);
      const wanted = `${first}node_modules/.bin/contractgate-hook || exit $?\n${rest}`;
      expect(fileIn(repository, '.git/hooks/pre-commit')).toBe(wanted);
      expect(statSync(join(repository.root, '.git/hooks/pre-commit')).mode & 0o777).toBe(0o750);
    }
  });

  test('puts it into the file that a hook is a link to', async () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...seed, 'package.json': '{}', 'scripts/hook': '#!/bin/sh\necho first\n' });
    mkdirSync(join(repository.root, '.git/hooks'), { recursive: true });
    symlinkSync('../../scripts/hook', join(repository.root, '.git/hooks/pre-commit'));
    await init(repository, ['--yes']);
    expect(lstatSync(join(repository.root, '.git/hooks/pre-commit')).isSymbolicLink()).toBe(true);
    expect(fileIn(repository, 'scripts/hook')).toContain('\nnode_modules/.bin/contractgate-hook || exit $?\n');
  });

  test.each(['#!/usr/bin/env python3\nprint(1)\n', '#!/bin/sh\nexec pre-commit hook-impl\n'])(
    'leaves a hook that is none in shell, or of a hook manager, to the person: %j',
    async (script) => {
      using repository = new TemporaryRepository();
      repository.commit({ ...seed, 'package.json': '{}' });
      repository.write('.git/hooks/pre-commit', script);
      const { code, stdout } = await init(repository, ['--yes']);
      expect({ code, stdout }).toMatchObject({
        code: 2,
        stdout: expect.stringContaining('Let it run the program') as string,
      });
      expect(fileIn(repository, '.git/hooks/pre-commit')).toBe(script);
    },
  );

  test('tells for whom core.hooksPath is set, and how to have hooks of its own', async () => {
    using repository = new TemporaryRepository();
    repository.commit(seed);
    const outside = join(repository.folder, 'everywhere');
    const config = join(repository.folder, 'home/.gitconfig');
    writeFileSync(config, `[core]\n\thooksPath = ${outside}\n`);
    const run = (more: Record<string, string>): Promise<ProgramOutcome> =>
      runProgram(['init', '--yes'], { cwd: repository.root, env: { ...repository.environment, ...more } });
    const global = await run({ GIT_CONFIG_GLOBAL: config });
    expect(global.stdout).toContain(`leads out of this repository, to ${outside}, for all of your repositories`);
    expect(global.stdout).toContain('Run `git config --local core.hooksPath .githooks`, then run this again.');
    const command = await run({
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: outside,
    });
    expect(command.stdout).toContain('by a variable of the environment');
    repository.git('config', 'core.hooksPath', outside);
    expect((await run({})).stdout).toContain(`to ${outside}, for this repository`);
  });

  test.each([
    ['lefthook.toml', '[pre-commit]\n', 'Add a command to `pre-commit` of lefthook.toml'],
    ['lefthook.yml', 'pre-commit: { commands: { a: { run: x } } }\n', 'Add a command to `pre-commit` of lefthook.yml'],
    ['prek.toml', '[[repos]]\n', 'Add this to `repos`'],
    ['.pre-commit-config.yaml', 'repos: []\n', 'Add this to `repos`'],
    ['.simple-git-hooks.cjs', 'module.exports = {};\n', 'Let `pre-commit` of .simple-git-hooks.cjs run'],
  ])('%s: what it cannot edit, it tells how to', async (path, content, instruction) => {
    using repository = new TemporaryRepository();
    repository.commit({ ...seed, [path]: content, 'package.json': '{}\n' });
    const { code, stdout } = await init(repository, ['--yes']);
    expect(code).toBe(2);
    expect(stdout).toContain(instruction);
    expect(fileIn(repository, path)).toBe(content);
  });

  test.each([
    [
      'tabs',
      '{\n\t"name": "x",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "a"\n\t}\n}\n',
      '\t\t"pre-commit": "a && node_modules/.bin/contractgate-hook"\n',
    ],
    [
      'four spaces',
      '{\n    "simple-git-hooks": {}\n}\n',
      '        "pre-commit": "node_modules/.bin/contractgate-hook"\n',
    ],
  ])('keeps the layout of package.json: %s', async (_, before, line) => {
    using repository = new TemporaryRepository();
    repository.commit({ ...seed, 'package.json': before });
    await init(repository, ['--yes']);
    expect(fileIn(repository, 'package.json')).toContain(line);
  });
});
