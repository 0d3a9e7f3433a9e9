import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIndex } from '../../../src/snapshot/index-snapshot.ts';
import { findRepository } from '../../../src/snapshot/repository-root.ts';
import { stagedChanges } from '../../../src/snapshot/staged-changes.ts';
import { fakeGit } from '../../support/fake-git.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

/** Runs the staged path as the command does, and gives the git commands that it took. */
async function commandsOf(listToo: boolean, prepare: (repository: TemporaryRepository) => void): Promise<string[]> {
  using repository = new TemporaryRepository();
  prepare(repository);
  const log = join(repository.folder, 'log');
  const git = findRepository(repository.root, fakeGit(repository, `echo "$command" >>'${log}'; real "$@"`));
  if (!git) throw new Error('no repository');
  const staging = stagedChanges(git);
  const index = openIndex(git, staging);
  const changes = await staging;
  const entries = listToo ? await index.list() : changes.flatMap(({ entry }) => entry ?? []);
  for (const paths of [['config.yaml'], ['contract.yaml'], entries]) {
    for await (const { content } of index.read(paths)) if (content.kind === 'file') await content.bytes();
  }
  await index.close();
  return readFileSync(log, 'utf8').trim().split('\n').sort();
}

const FILES = { 'config.yaml': 'version: 1\n', 'contract.yaml': 'name: event\n', 'a.json': '{}' };

function commitAndStage(repository: TemporaryRepository): void {
  repository.commit(FILES);
  repository.stage('a.json', '{"id":1}');
  repository.stage('b.json', '');
}

test('two processes for what is staged', async () => {
  expect(await commandsOf(false, commitAndStage)).toEqual(['cat-file', 'diff-index']);
});

test('three with everything that a contract governs', async () => {
  expect(await commandsOf(true, commitAndStage)).toEqual(['cat-file', 'diff-index', 'diff-index']);
});

test('before the first commit, git is asked whether that is why', async () => {
  const commands = await commandsOf(false, (repository) => {
    for (const [path, content] of Object.entries(FILES)) repository.stage(path, content);
  });
  expect(commands).toEqual(['cat-file', 'diff-index', 'diff-index', 'rev-parse']);
});
