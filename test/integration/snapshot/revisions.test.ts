import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Git } from '../../../src/git/environment.ts';
import { rangeChanges } from '../../../src/snapshot/range-changes.ts';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import { resolveRevision } from '../../../src/snapshot/revision.ts';
import { openRevision } from '../../../src/snapshot/revision-snapshot.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

let repository: TemporaryRepository;
let git: Git;
let first: string;
let tip: string;
beforeAll(() => {
  repository = new TemporaryRepository();
  first = repository.commit({ 'a.json': 'a\n', 'folder/b.json': 'b\n', 'gone.json': 'c\n' });
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.git('mv', 'gone.json', 'caf\u00e9\n.json');
  tip = repository.commit({ 'a.json': 'topic\n' }, 'On topic');
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ 'folder/b.json': 'main\n', 'new.json': 'main\n' });
  repository.git('checkout', '--quiet', '--orphan', 'unrelated');
  repository.commit({ 'u.json': 'u\n' });
  git = gitIn(repository.root);
});
afterAll(() => repository[Symbol.dispose]());

function gitIn(root: string): Git {
  const found = findRepository(root, repository.environment);
  if (!found) throw new Error('no repository');
  return found;
}

describe('a revision', () => {
  test('its list, whatever is checked out', async () => {
    const snapshot = openRevision(git, 'topic');
    expect(snapshot.name).toBe('topic');
    expect((await snapshot.list()).map(({ path }) => path)).toEqual(['a.json', 'caf\u00e9\n.json', 'folder/b.json']);
    await snapshot.close();
  });

  test('its content, by path and by entry', async () => {
    const snapshot = openRevision(git, 'topic~0');
    const read: string[] = [];
    const entries = (await snapshot.list()).slice(1, 2);
    for await (const { path, content } of snapshot.read(['a.json', 'folder', 'new.json', ...entries])) {
      read.push(`${path}: ${content.kind === 'file' ? (await content.bytes()).toString() : content.kind}`);
    }
    expect(read).toEqual(['a.json: topic\n', 'folder: directory', 'new.json: absent', 'caf\u00e9\n.json: c\n']);
    await snapshot.close();
  });

  test.each([
    ['nope'],
    [''],
    ['--all'],
    ['^main'],
    ['main..topic'],
    ['main:a.json'],
    ['f'.repeat(40)],
    ['a\0b'],
    ['a b'],
  ])('%j is none', async (name) => {
    const snapshot = openRevision(git, name);
    await expect(snapshot.list()).rejects.toThrow(/is not a revision of this repository$/);
    await snapshot.close();
  });
});

test.each([':/On topic', 'topic^{/On topic}', 'topic@{0}', 'topic~0', 'refs/heads/topic'])(
  '%s is one',
  async (name) => {
    const tip = repository.git('rev-parse', 'topic');
    expect(await resolveRevision(git, name)).toEqual({ name, commit: tip });
  },
);

describe('a range', () => {
  test('what the branch changed since it left, not what the other did', async () => {
    const changes = await rangeChanges(git, 'main', 'topic');
    expect(changes.map(({ path, status }) => `${status} ${path}`)).toEqual([
      'modified a.json',
      'added caf\u00e9\n.json',
      'deleted gone.json',
    ]);
    expect(changes[0]?.entry?.oid).toBe(repository.git('rev-parse', 'topic:a.json'));
    expect(await rangeChanges(git, first, tip)).toEqual(changes);
    expect(await rangeChanges(git, 'topic', 'topic')).toEqual([]);
  });

  test('unknown and unrelated revisions', async () => {
    await expect(rangeChanges(git, 'nope', 'topic')).rejects.toThrow('nope is not a revision of this repository');
    await expect(rangeChanges(git, 'topic', 'nope')).rejects.toThrow('nope is not a revision of this repository');
    await expect(rangeChanges(git, 'unrelated', 'topic')).rejects.toMatchObject({
      message: 'unrelated and topic have no commit in common',
      hint: expect.stringContaining('unrelated'),
    });
  });

  test('a shallow clone is told apart, and how to deepen it', async () => {
    const root = join(repository.folder, 'shallow');
    const url = pathToFileURL(repository.root).href;
    repository.git('clone', '--quiet', '--depth=1', '--no-single-branch', url, root);
    const shallow = gitIn(root);
    await expect(rangeChanges(shallow, 'origin/main', 'origin/topic')).rejects.toMatchObject({
      message: 'origin/main and origin/topic have no commit in common',
      hint: expect.stringMatching(/shallow.*--unshallow.*fetch-depth: 0/),
    });
    await expect(rangeChanges(shallow, first, 'origin/topic')).rejects.toMatchObject({
      message: `${first} is not a revision of this repository`,
      hint: expect.stringMatching(/shallow.*--unshallow.*fetch-depth: 0/),
    });
  });
});
