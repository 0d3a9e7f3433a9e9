import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveGivenFiles, type GivenFiles } from '../../../src/snapshot/given-files.ts';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import { openWorktree } from '../../../src/snapshot/worktree-snapshot.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

let repository: TemporaryRepository;
beforeAll(() => {
  repository = new TemporaryRepository();
  repository.commit({ '.gitignore': 'ignored.json\n', 'a.json': '1', 'folder/b.json': '2', 'folder/deep/c.json': '3' });
  repository.write('folder/new.json', '4');
  repository.write('folder/ignored.json', '5');
  repository.write('..b.json', '6');
  symlinkSync('../a.json', join(repository.root, 'folder/link.json'));
  symlinkSync(repository.root, join(repository.folder, 'alias'));
  symlinkSync('nowhere', join(repository.root, 'folder/dangling.json'));
});
afterAll(() => repository[Symbol.dispose]());

function resolve(given: string[], cwd: string = repository.root): Promise<GivenFiles> {
  const git = findRepository(repository.root, repository.environment);
  if (!git) throw new Error('no repository');
  return resolveGivenFiles(given, { cwd, root: git.root, snapshot: openWorktree(git) });
}

test('relative and absolute, each once, in the order given', async () => {
  const given = ['folder/b.json', join(repository.root, 'a.json'), './a.json', 'folder/../..b.json'];
  expect(await resolve(given)).toEqual({ paths: ['folder/b.json', 'a.json', '..b.json'], problems: [] });
  expect((await resolve(['b.json', '../a.json'], join(repository.root, 'folder'))).paths).toEqual([
    'folder/b.json',
    'a.json',
  ]);
});

test('through a link to the root, and a link that is itself given', async () => {
  const alias = join(repository.folder, 'alias');
  expect((await resolve([join(alias, 'folder/b.json')])).paths).toEqual(['folder/b.json']);
  expect((await resolve(['folder/b.json'], alias)).paths).toEqual(['folder/b.json']);
  expect((await resolve(['folder/link.json', 'folder/dangling.json'])).paths).toEqual([
    'folder/link.json',
    'folder/dangling.json',
  ]);
});

test('a folder is the files under it that git would have', async () => {
  const under = ['folder/b.json', 'folder/dangling.json', 'folder/deep/c.json', 'folder/link.json', 'folder/new.json'];
  expect((await resolve(['folder'])).paths).toEqual(under);
  expect((await resolve(['folder/'])).paths).toEqual(under);
  expect((await resolve(['.'])).paths).toEqual(['..b.json', '.gitignore', 'a.json', ...under]);
  expect((await resolve([join(repository.folder, 'alias')])).paths).toHaveLength(8);
});

test('an ignored file is checked when it is named', async () => {
  expect((await resolve(['folder/ignored.json'])).paths).toEqual(['folder/ignored.json']);
});

test('what names nothing', async () => {
  const { paths, problems } = await resolve([
    'none.json',
    '../outside.json',
    'no/such/folder',
    'a.json',
    'a.json/x',
    '/',
  ]);
  expect(paths).toEqual(['a.json']);
  expect(problems).toEqual([
    { given: 'none.json', kind: 'missing', message: 'none.json does not exist' },
    { given: '../outside.json', kind: 'outside', message: '../outside.json is outside of the repository' },
    { given: 'no/such/folder', kind: 'missing', message: 'no/such/folder does not exist' },
    { given: 'a.json/x', kind: 'missing', message: 'a.json/x does not exist' },
    { given: '/', kind: 'outside', message: '/ is outside of the repository' },
  ]);
});

test('what is not on disk may be in the snapshot', async () => {
  const snapshot = memorySnapshot(new Map([['elsewhere/x.json', '1']]));
  const where = { cwd: repository.root, root: repository.root, snapshot };
  expect((await resolveGivenFiles(['elsewhere/x.json'], where)).paths).toEqual(['elsewhere/x.json']);
  expect((await resolveGivenFiles(['elsewhere'], where)).paths).toEqual(['elsewhere/x.json']);
});
