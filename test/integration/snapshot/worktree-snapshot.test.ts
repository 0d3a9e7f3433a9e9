import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import type { Entry, Snapshot } from '../../../src/snapshot/snapshot.ts';
import { openFolder, openWorktree } from '../../../src/snapshot/worktree-snapshot.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

let repository: TemporaryRepository;
let worktree: Snapshot | undefined;
beforeEach(() => {
  repository = new TemporaryRepository();
});
afterEach(async () => {
  await worktree?.close();
  worktree = undefined;
  repository[Symbol.dispose]();
});

function open(): Snapshot {
  const git = findRepository(repository.root, repository.environment);
  if (!git) throw new Error('no repository');
  return (worktree = openWorktree(git));
}

const listOf = async (snapshot: Snapshot) => (await snapshot.list()).map(({ path, kind }) => `${kind} ${path}`);

async function readOf(snapshot: Snapshot, paths: Iterable<string | Entry>): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for await (const { path, content } of snapshot.read(paths)) {
    read[path] = content.kind === 'file' ? (await content.bytes()).toString('latin1') : `<${content.kind}>`;
  }
  return read;
}

describe('the list', () => {
  test('tracked and untracked files, not those ignored or deleted', async () => {
    repository.commit({ '.gitignore': 'ignored*\n', 'a.json': '1', 'gone.json': '2', 'z/a\tb': '3' });
    repository.remove('gone.json');
    for (const path of ['ignored.json', 'm/new.json', '? odd', ' lead']) repository.write(path, 'x');
    repository.git('init', '--quiet', 'nested');
    repository.write('later.json', 'y');
    repository.git('add', '--intent-to-add', 'later.json');
    expect(await listOf(open())).toEqual([
      'file  lead',
      'file .gitignore',
      'file ? odd',
      'file a.json',
      'file later.json',
      'file m/new.json',
      'file z/a\tb',
    ]);
  });

  test('links and submodules as git knows them, a conflict once', async () => {
    const commit = repository.commit({ a: 'a' });
    symlinkSync('a', join(repository.root, 'link'));
    repository.git('add', '--all');
    const oid = repository.git('rev-parse', ':a');
    const stages = [1, 2, 3].map((stage) => `100644 ${oid} ${stage}\tboth\n`).join('');
    repository.gitWith({ input: `${stages}160000 ${commit} 0\tmodule\n` }, 'update-index', '--index-info');
    repository.write('module/inside', 'not ours');
    repository.write('both', 'markers');
    expect(await listOf(open())).toEqual(['file a', 'file both', 'symlink link', 'gitlink module']);
  });

  test('from the root, wherever one stands', async () => {
    repository.commit({ 'a.json': '1', 'folder/b.json': '2' });
    const git = findRepository(join(repository.root, 'folder'), repository.environment);
    expect(git?.root).toBe(repository.root);
    expect(git && (await listOf(openWorktree(git)))).toEqual(['file a.json', 'file folder/b.json']);
  });
});

describe('reading', () => {
  test('the disk, not the index; no link is followed', async () => {
    repository.commit({ 'a.json': 'staged', 'folder/b.json': 'b', 'empty.json': '' });
    repository.write('a.json', 'on disk');
    symlinkSync('a.json', join(repository.root, 'link'));
    symlinkSync('nowhere', join(repository.root, 'dangling'));
    const paths = ['a.json', 'folder', 'link', 'dangling', 'none', 'a.json/none', 'empty.json'];
    expect(await readOf(open(), paths)).toEqual({
      'a.json': 'on disk',
      folder: '<directory>',
      link: '<symlink>',
      dangling: '<symlink>',
      none: '<absent>',
      'a.json/none': '<absent>',
      'empty.json': '',
    });
  });

  test.runIf(process.platform === 'linux')('names that are not UTF-8', async () => {
    repository.write(Buffer.from('caf\xe9.json', 'latin1'), 'latin1');
    const snapshot = open();
    expect(await readOf(snapshot, await snapshot.list())).toEqual({ 'caf\udce9.json': 'latin1' });
  });

  test('what a sparse checkout leaves out comes from the index', async () => {
    repository.commit({ 'kept/a.json': 'a', 'left/b.json': 'from the index', 'left/gone.json': 'c' });
    repository.git('sparse-checkout', 'set', 'kept');
    const snapshot = open();
    expect(await listOf(snapshot)).toEqual(['file kept/a.json', 'file left/b.json', 'file left/gone.json']);
    expect(await readOf(snapshot, [...(await snapshot.list()), 'left/none.json'])).toEqual({
      'kept/a.json': 'a',
      'left/b.json': 'from the index',
      'left/gone.json': 'c',
      'left/none.json': '<absent>',
    });
  });

  test('a tracked file that was deleted is absent, not what the index has', async () => {
    repository.commit({ 'a.json': 'a' });
    repository.remove('a.json');
    expect(await readOf(open(), ['a.json'])).toEqual({ 'a.json': '<absent>' });
  });

  test('in pieces, with the size before the content', async () => {
    repository.write('large', 'x'.repeat(200_000));
    for await (const { content } of open().read(['large'])) {
      if (content.kind !== 'file') throw new Error(content.kind);
      expect(content.size).toBe(200_000);
      const sizes: number[] = [];
      for await (const chunk of content.chunks()) sizes.push(chunk.length);
      expect(sizes.length).toBeGreaterThan(1);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(200_000);
    }
  });

  test('a file that shrinks between its size and its content', async () => {
    repository.write('a', '12345');
    for await (const { content } of open().read(['a'])) {
      truncateSync(join(repository.root, 'a'), 2);
      expect(content.kind === 'file' && (await content.bytes()).toString()).toBe('12');
    }
  });

  test('a file that cannot be read is an error', async () => {
    repository.write('a', '1');
    for await (const { content } of open().read(['a'])) {
      repository.remove('a');
      await expect(content.kind === 'file' ? content.bytes() : '').rejects.toThrow(/^a cannot be read: ENOENT/);
    }
  });
});

test('a folder outside of any repository', async () => {
  for (const path of ['b/.hidden.json', 'a.json', '.git/config', 'node_modules/x/y.json', 'b/node_modules/z.json']) {
    repository.write(`../folder/${path}`, path);
  }
  symlinkSync('a.json', join(repository.folder, 'folder/link.json'));
  symlinkSync('b', join(repository.folder, 'folder/loop'));
  const snapshot = openFolder(join(repository.folder, 'folder'));
  expect(await listOf(snapshot)).toEqual(['file a.json', 'file b/.hidden.json']);
  expect(await readOf(snapshot, ['a.json', 'b', 'link.json'])).toEqual({
    'a.json': 'a.json',
    b: '<directory>',
    'link.json': '<symlink>',
  });
  await expect(openFolder(join(repository.folder, 'none')).list()).resolves.toEqual([]);
});
