import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { outsideTool } from '../support/outside-tool.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import {
  BAD,
  FIXTURE,
  GOOD,
  UserRepository,
  eventWith,
  expectAccepted,
  expectRefused,
} from '../support/user-repository.ts';
import { version } from '../../src/version.ts';

const { tarball } = inject('release');
const preCommit = outsideTool('pre-commit', 'pip install pre-commit');
const home = new TemporaryFolder();
afterAll(() => home[Symbol.dispose]());

/** A repository with contracts and fixtures and no word of contractgate-hook; it has it in node_modules. */
function freshRepository(files: Readonly<Record<string, string>>, prepare = 'true'): UserRepository {
  const repository = new UserRepository({ PRE_COMMIT_HOME: home.path });
  repository.remove('contractgate-hook.yaml');
  repository.commit(files);
  repository.setUp(prepare);
  return repository;
}

const manifest = (more: object): string =>
  `${JSON.stringify({ name: 'user', private: true, devDependencies: { 'contractgate-hook': '*' }, ...more }, undefined, 2)}\n`;

/** What the person is told to run. */
function commandsOf(output: string): string[] {
  const [, block = ''] = /^Now run:\n((?: {2}.*\n)*)/m.exec(output) ?? [];
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Sets up, does as told, and commits a bad fixture, then a good one. */
function expectSetUp(repository: UserRepository, file: string = FIXTURE, between = (): void => {}): void {
  const shown = repository.run('npx --no-install contractgate-hook init --dry-run');
  expect(shown.exitCode, shown.output).toBe(0);
  expect(repository.git('status', '--porcelain')).toBe('');

  const init = repository.run('npx --no-install contractgate-hook init --yes');
  expect(init.output).toMatch(/contractgate-hook: \d+ events? in \d+ files? checked against \d contracts?: all hold/);
  expect(init.exitCode).toBe(0);
  between();
  for (const line of commandsOf(init.output)) repository.setUp(line);
  repository.commit();

  const again = repository.run('npx --no-install contractgate-hook init --yes');
  expect(again.output).toContain('stays as it is');
  expect(again.output).toContain('runs contractgate-hook already');
  expect(again.exitCode, again.output).toBe(0);
  expect(repository.git('status', '--porcelain')).toBe('');

  repository.stage(file, BAD);
  expectRefused(repository.tryCommit('git commit -m x'), file);
  repository.stage(file, eventWith(7));
  expectAccepted(repository.tryCommit('git commit -m x'));
}

describe('init ends with a refused bad commit', () => {
  test('in a bare repository', () => {
    using repository = freshRepository({ 'package.json': manifest({}) });
    expectSetUp(repository);
  });

  test('in one with husky, which runs something already', () => {
    using repository = freshRepository(
      { 'package.json': manifest({ scripts: { prepare: 'husky' } }), '.husky/pre-commit': 'echo first' },
      'npx husky',
    );
    expectSetUp(repository);
    expect(repository.run('cat .husky/pre-commit').stdout).toBe('echo first\ncontractgate-hook\n');
  });

  test('in one with husky that was never run in this clone', () => {
    using repository = freshRepository({ 'package.json': manifest({}), '.husky/pre-commit': 'echo first\n' });
    expectSetUp(repository);
  });

  test('in one with lefthook, whose comments and layout stay', () => {
    const before =
      '# our hooks\npre-commit:\n    parallel: true # fast\n    commands:\n        one:\n            run: echo one\n\n# and later\npre-push:\n    commands: {}\n';
    using repository = freshRepository({ 'package.json': manifest({}), 'lefthook.yml': before });
    expectSetUp(repository);
    const after = repository.run('cat lefthook.yml').stdout;
    const added = '        contractgate:\n          run: node_modules/.bin/contractgate-hook\n';
    expect(after.replace(added, '')).toBe(before);
  });

  test('in one with simple-git-hooks', () => {
    using repository = freshRepository({
      'package.json': manifest({ 'simple-git-hooks': { 'pre-commit': 'echo first' } }),
    });
    expectSetUp(repository);
  });

  test('in a monorepo with two packages', () => {
    const contract = 'version: "1"\nname: orders\nontology:\n  entities: [{ name: amount, type: float, min: 0 }]\n';
    using repository = freshRepository({
      'package.json': manifest({}),
      'packages/shop/contracts/orders.yaml': contract,
      'packages/shop/fixtures/orders/one.json': GOOD,
      'packages/web/contracts/orders.yaml': contract.replace('version: "1"', 'version: "2"'),
      'packages/web/fixtures/orders/two.ndjson': '{"amount": 1}\n',
    });
    expectSetUp(repository, 'packages/shop/fixtures/orders/three.json');
    const listed = repository.run('npx --no-install contractgate-hook list');
    expect(listed.output).toContain(
      'packages/web/contracts/orders.yaml (orders 2)\n    packages/web/fixtures/orders/two.ndjson\n',
    );
  });

  describe.skipIf(preCommit.skipped)(preCommit.title, () => {
    test('in one with the pre-commit framework, whose comments and layout stay', () => {
      const before = `# ours\nrepos:\n-   repo: local\n    hooks:\n    -   id: one\n        name: one\n        entry: "true" # always\n        language: system\n# the end\n`;
      using repository = freshRepository({ '.pre-commit-config.yaml': before });
      // pre-commit brings the program; here the one under test.
      expectSetUp(repository, FIXTURE, () => {
        repository.setUp(
          `sed -i.backup 's|contractgate-hook@${version}|${tarball}|' .pre-commit-config.yaml && rm *.backup .*.backup 2>/dev/null || true`,
        );
      });
      const after = repository.run('cat .pre-commit-config.yaml').stdout;
      expect(after.startsWith(before.slice(0, before.indexOf('# the end')))).toBe(true);
      expect(after.endsWith('# the end\n')).toBe(true);
    });
  });
});

describe('doctor', () => {
  test('is content with what init has set up, and sees that husky does nothing in a linked worktree', () => {
    using repository = freshRepository({ 'package.json': manifest({ scripts: { prepare: 'husky' } }) }, 'npx husky');
    repository.setUp('npx --no-install contractgate-hook init --yes');
    repository.commit();
    const here = repository.run('npx --no-install contractgate-hook doctor');
    expect(here.output).toMatch(/^good +git runs husky, which runs contractgate-hook \(\.husky\/pre-commit\)$/m);
    expect(here.exitCode, here.output).toBe(0);

    const worktree = join(repository.folder, 'linked');
    repository.git('worktree', 'add', '--quiet', worktree);
    repository.setUp(`ln -s '${repository.root}/node_modules' '${worktree}/node_modules'`);
    const cwd = worktree;
    const there = repository.run('npx --no-install contractgate-hook doctor', { cwd });
    expect(there.output).toContain('in this linked worktree no hook runs');
    expect(there.exitCode).toBe(1);
    // It is right: a bad commit goes through.
    repository.setUp(`cd '${worktree}' && printf '%s' '${BAD}' > ${FIXTURE} && git add ${FIXTURE} && git commit -qm x`);

    // And what it says mends it.
    repository.setUp(`cd '${worktree}' && npx husky`);
    const mended = repository.run('npx --no-install contractgate-hook doctor', { cwd });
    expect(mended.exitCode, mended.output).toBe(0);
    const refused = repository.run(`printf '%s' '${BAD} ' > ${FIXTURE} && git add ${FIXTURE} && git commit -qm x`, {
      cwd,
    });
    expect(refused.exitCode, refused.output).toBe(1);
  });
});

describe('init', () => {
  test('names the one command that makes the program a dependency', () => {
    using repository = freshRepository({ 'package.json': '{ "name": "user", "packageManager": "pnpm@9.0.0" }\n' });
    const { output } = repository.run('npx --no-install contractgate-hook init --yes');
    expect(commandsOf(output)).toEqual(['pnpm add --save-dev contractgate-hook', 'git add contractgate-hook.yaml']);
  });

  test('leaves a hook that is none in shell alone, and says what it has to run', () => {
    using repository = freshRepository({ 'package.json': manifest({}) });
    const script = '#!/usr/bin/env node\nprocess.exit(0);\n';
    repository.hook('pre-commit', '');
    repository.write('.git/hooks/pre-commit', script);
    const { exitCode, output } = repository.run('npx --no-install contractgate-hook init --yes');
    expect(exitCode).toBe(2);
    expect(output).toContain('there is a hook already, .git/hooks/pre-commit');
    expect(output).toContain('Let it run the program: `node_modules/.bin/contractgate-hook || exit $?`');
    expect(repository.run('cat .git/hooks/pre-commit').stdout).toBe(script);
  });

  test('in one with a hook of its own, which goes on as it did', () => {
    using repository = freshRepository({ 'package.json': manifest({}) });
    repository.hook('pre-commit', 'echo first >> log\n[ ! -e refuse ]');
    expectSetUp(repository);
    repository.write('refuse');
    expect(repository.tryCommit('git commit --allow-empty -m x')).toMatchObject({ exitCode: 1, committed: false });
    expect(repository.run('cat log').stdout).toMatch(/^(first\n)+$/);
  });
});
