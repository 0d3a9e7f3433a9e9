import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runGit } from '../../../src/git/run.ts';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

let repository: TemporaryRepository;
let other: TemporaryRepository;
let linked: string;
beforeAll(() => {
  repository = new TemporaryRepository();
  other = new TemporaryRepository();
  repository.commit({ 'folder/deep/a.json': '{}' });
  linked = join(repository.folder, 'linked');
  repository.git('worktree', 'add', '--quiet', '-b', 'topic', linked);
  mkdirSync(join(repository.root, 'folder/fake/.git'), { recursive: true });
});
afterAll(() => {
  repository[Symbol.dispose]();
  other[Symbol.dispose]();
});

const inRepository = (path: string) => join(repository.root, path);
const rootOf = (cwd: string, environment: Record<string, string> = {}) => findRepository(cwd, environment)?.root;

describe('the root', () => {
  test('is the nearest folder with a .git, be it a folder or a file', () => {
    expect(rootOf(repository.root)).toBe(repository.root);
    expect(rootOf(inRepository('folder/deep'))).toBe(repository.root);
    expect(rootOf(join(linked, 'folder/deep'))).toBe(linked);
  });

  test('is not a folder whose .git is no repository', () => {
    expect(rootOf(inRepository('folder/fake'))).toBe(repository.root);
  });

  test('is nowhere, outside of a repository', () => {
    expect(rootOf(repository.folder)).toBeUndefined();
  });

  test('is what GIT_WORK_TREE says, from where one stands', () => {
    expect(rootOf(repository.folder, { GIT_WORK_TREE: 'repository', GIT_DIR: 'elsewhere' })).toBe(repository.root);
    expect(rootOf(inRepository('folder'), { GIT_WORK_TREE: '..' })).toBe(repository.root);
  });

  test('belongs to GIT_DIR', () => {
    const gitDir = join(repository.root, '.git/worktrees/linked');
    expect(rootOf(join(linked, 'folder'), { GIT_DIR: gitDir })).toBe(linked);
    expect(rootOf(join(linked, 'folder'), { GIT_DIR: gitDir, GIT_WORK_TREE: '.' })).toBe(linked);
    // As git does, where the .git on the way up is another one.
    const foreign = { GIT_DIR: join(other.root, '.git') };
    expect(rootOf(inRepository('folder'), foreign)).toBe(inRepository('folder'));
  });
});

describe('git, run in the root, means the same repository', () => {
  test.each([
    ['nothing set', 'folder/deep', {}],
    ['GIT_DIR relative to the folder', 'folder/deep', { GIT_DIR: '../../.git' }],
    ['both relative', 'folder', { GIT_DIR: '../.git', GIT_WORK_TREE: '..' }],
    ['GIT_WORK_TREE alone', 'folder', { GIT_WORK_TREE: '..' }],
  ])('%s', async (_, folder, environment) => {
    const git = findRepository(inRepository(folder), { ...repository.environment, ...environment });
    if (!git) throw new Error('no repository');
    const top = (await runGit(git, ['rev-parse', '--show-toplevel'])).toString().trim();
    expect([git.root, top]).toEqual([repository.root, repository.root]);
  });
});

test('a GIT_DIR that leads nowhere is an error of git, not another repository', async () => {
  const git = findRepository(inRepository('folder'), { ...repository.environment, GIT_DIR: '.git' });
  if (!git) throw new Error('no repository');
  await expect(runGit(git, ['ls-files'])).rejects.toThrow(/^git ls-files failed: not a git repository/);
});

test('pathspec settings of the environment do not stop git', async () => {
  const git = findRepository(repository.root, { ...repository.environment, GIT_ICASE_PATHSPECS: '1' });
  if (!git) throw new Error('no repository');
  expect((await runGit(git, ['ls-files', '-z'])).toString()).toBe('folder/deep/a.json\0');
});
