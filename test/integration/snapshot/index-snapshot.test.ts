import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openIndex } from '../../../src/snapshot/index-snapshot.ts';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import type { Content, Snapshot } from '../../../src/snapshot/snapshot.ts';
import { stagedChanges } from '../../../src/snapshot/staged-changes.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

let repository: TemporaryRepository;
let index: Snapshot | undefined;
beforeEach(() => {
  repository = new TemporaryRepository();
});
afterEach(async () => {
  await index?.close();
  repository[Symbol.dispose]();
});

function open(besideStaged = false): Snapshot {
  const git = findRepository(repository.root, repository.environment);
  if (!git) throw new Error('no repository');
  return (index = openIndex(git, besideStaged ? stagedChanges(git) : undefined));
}

async function textOf(content: Content): Promise<string> {
  return content.kind === 'file' ? (await content.bytes()).toString() : `<${content.kind}>`;
}

async function readOne(snapshot: Snapshot, path: string): Promise<string> {
  for await (const { content } of snapshot.read([path])) return textOf(content);
  throw new Error('nothing was read');
}

describe.each([
  ['by path', false],
  ['by path, beside what is staged', true],
])('%s', (_, besideStaged) => {
  test('what cat-file cannot tell apart is looked up', async () => {
    repository.commit({ 'one-line.json': '{}', 'empty.json': '', 'folder/a.json': '{}\n', '1:a': 'odd', a: 'even' });
    symlinkSync('one-line.json', join(repository.root, 'link.json'));
    repository.git('add', '--all');
    repository.write('later.json', '{}');
    repository.git('add', '--intent-to-add', 'later.json');
    repository.write('untracked.json', '{}');

    const snapshot = open(besideStaged);
    expect(await readOne(snapshot, 'one-line.json')).toBe('{}');
    expect(await readOne(snapshot, 'empty.json')).toBe('');
    expect(await readOne(snapshot, 'link.json')).toBe('<symlink>');
    expect(await readOne(snapshot, 'later.json')).toBe('<absent>');
    expect(await readOne(snapshot, 'untracked.json')).toBe('<absent>');
    expect(await readOne(snapshot, 'no/such.json')).toBe('<absent>');
    expect(await readOne(snapshot, '1:a')).toBe('odd');
    expect(await readOne(snapshot, '/a')).toBe('<absent>');
  });

  test('names that are not ASCII, or not even UTF-8', async () => {
    repository.commit({ 'caf\u00e9': 'UTF-8' });
    const oid = repository.gitWith({ input: 'latin1' }, 'hash-object', '-w', '--stdin');
    const record = Buffer.from(`100644 ${oid} 0\tcaf\xe9\n`, 'latin1');
    repository.gitWith({ input: record }, 'update-index', '--index-info');
    const snapshot = open(besideStaged);
    expect(await readOne(snapshot, 'caf\u00e9')).toBe('UTF-8');
    expect(await readOne(snapshot, 'caf\udce9')).toBe('latin1');
  });

  test('names with line ends, which cat-file cannot be asked for', async () => {
    repository.commit({ 'new\nline': 'LF', 'return\r': 'CR', return: 'none', new: 'none' });
    const snapshot = open(besideStaged);
    expect(await readOne(snapshot, 'new\nline')).toBe('LF');
    expect(await readOne(snapshot, 'return\r')).toBe('CR');
    expect(await readOne(snapshot, 'no\nsuch')).toBe('<absent>');
  });

  test('what is staged, and not what HEAD or the worktree has', async () => {
    repository.commit({ changed: 'before\n', gone: 'before\n', moved: 'before\n', kept: 'kept\n' });
    repository.stage('changed', 'after\n');
    repository.write('changed', 'later\n');
    repository.write('kept', 'later\n');
    repository.git('rm', '--quiet', 'gone');
    repository.git('mv', 'moved', 'moved to');
    repository.stage('new/one', 'new\n');
    const snapshot = open(besideStaged);
    const texts: string[] = [];
    for await (const { path, content } of snapshot.read(['changed', 'gone', 'moved', 'moved to', 'kept', 'new/one'])) {
      texts.push(`${path}: ${(await textOf(content)).trim()}`);
    }
    expect(texts).toEqual([
      'changed: after',
      'gone: <absent>',
      'moved: <absent>',
      'moved to: before',
      'kept: kept',
      'new/one: new',
    ]);
  });

  test('before the first commit', async () => {
    repository.stage('a', 'a\n');
    const snapshot = open(besideStaged);
    expect(await readOne(snapshot, 'a')).toBe('a\n');
    expect(await readOne(snapshot, 'b')).toBe('<absent>');
  });
});

test('config, then contracts, then fixtures, from one process', async () => {
  repository.commit({ config: 'config\n', contract: 'contract\n', 'f/1': 'one\n', 'f/2': 'two\n' });
  const snapshot = open();
  expect(await readOne(snapshot, 'config')).toBe('config\n');
  expect(await readOne(snapshot, 'contract')).toBe('contract\n');
  const texts: string[] = [];
  const fixtures = (await snapshot.list()).filter(({ path }) => path.startsWith('f/'));
  for await (const { path, content } of snapshot.read(fixtures)) texts.push(`${path} ${await textOf(content)}`);
  expect(texts).toEqual(['f/1 one\n', 'f/2 two\n']);
});

describe('many and large', () => {
  test('contents come in order, each once, whatever is left of the one before', async () => {
    const large = 'x'.repeat(1_000_000);
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`f/${String(at).padStart(4, '0')}`, at % 300 === 0 ? large : `${at}`]),
    );
    repository.commit(files);
    const snapshot = open();
    const seen: string[] = [];
    const misread: string[] = [];
    for await (const { path, content } of snapshot.read(await snapshot.list())) {
      if (content.kind !== 'file') throw new Error(content.kind);
      seen.push(path);
      expect(content.size).toBe(files[path]?.length);
      // Of every three, one is taken whole, one left after its first piece, one left alone.
      if (seen.length % 3 === 0 && (await textOf(content)) !== files[path]) misread.push(path);
      if (seen.length % 3 === 1) for await (const _chunk of content.chunks()) break;
    }
    expect(seen).toEqual(Object.keys(files));
    expect(misread).toEqual([]);
  });

  test('in pieces', async () => {
    repository.commit({ large: 'x'.repeat(3_000_000), small: '' });
    const sizes: number[] = [];
    const snapshot = open();
    for await (const { content } of snapshot.read(await snapshot.list())) {
      if (content.kind !== 'file') throw new Error(content.kind);
      for await (const chunk of content.chunks()) sizes.push(chunk.length);
    }
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(3_000_000);
  });

  test('a reader that stops early leaves nothing behind for the next', async () => {
    repository.commit(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f/${at}`, `${at}\n`])));
    const snapshot = open();
    for await (const { content } of snapshot.read(await snapshot.list())) {
      expect(content.kind).toBe('file');
      break;
    }
    expect(await readOne(snapshot, 'f/49')).toBe('49\n');
  });

  test('the plan of what to read is not taken further than git can be kept busy with', async () => {
    repository.commit({ a: 'a\n' });
    const snapshot = open();
    let asked = 0;
    const endless = (function* paths() {
      for (;;) {
        asked += 1;
        yield 'a';
      }
    })();
    let read = 0;
    for await (const { content } of snapshot.read(endless)) {
      expect(await textOf(content)).toBe('a\n');
      read += 1;
      if (read === 5000) break;
    }
    expect(asked).toBeLessThan(7000);
  });
});

test('reading twice at a time is a mistake of the caller', async () => {
  repository.commit({ a: 'a\n' });
  const snapshot = open();
  for await (const { content } of snapshot.read(['a'])) {
    expect(content.kind).toBe('file');
    await expect(readOne(snapshot, 'a')).rejects.toThrow('one run at a time');
  }
});

test('the list: modes, order of bytes, nothing that is only announced', async () => {
  repository.commit({ b: '1', 'a/z': '2', 'a.b': '3', '\u{1F600}': '4', '\uFB01': '5' });
  symlinkSync('b', join(repository.root, 'link'));
  repository.git('add', '--all');
  repository.write('later');
  repository.git('add', '--intent-to-add', 'later');
  const entries = await open().list();
  expect(entries.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
    'file a.b',
    'file a/z',
    'file b',
    'symlink link',
    'file \uFB01',
    'file \u{1F600}',
  ]);
});

test('a conflict is no list', async () => {
  repository.commit({ a: 'base' });
  const oid = repository.git('rev-parse', ':a');
  const stages = [1, 2, 3].map((stage) => `100644 ${oid} ${stage}\ta\n`).join('');
  repository.gitWith({ input: `0 ${'0'.repeat(40)}\ta\n${stages}` }, 'update-index', '--index-info');
  await expect(open().list()).rejects.toThrow('a has merge conflicts');
});
