import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TemporaryRepository } from '../temporary-repository.ts';
import { BAD, COMMIT, CONTRACT, GOOD, SEED, type Trap } from './trap.ts';

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;

/** As git has them, one character for each byte: not UTF-8 among them. */
const ODD_NAMES = [
  '"quoted"',
  'tab\t',
  'new\nline',
  'return\r',
  'a:b',
  ' lead',
  'trail ',
  '[x]',
  '*',
  '-x',
  '1:a',
  '\\',
  '$1',
  'caf\xe9',
  'caf\xc3\xa9',
  '\xff\xfe',
  '\xef\xbb\xbfbom',
  '\xf0\x9f\x98\x80',
].map((name) => `fixtures/${name}.json`);

/** Stages one content under many names, on disk or not: as bytes, straight into the index. */
function stageBytes(repository: TemporaryRepository, names: readonly string[], content: string): void {
  const oid = repository.gitWith({ input: content }, 'hash-object', '-w', '--stdin');
  const records = names.map((name) => `100644 ${oid} 0\t${name}\0`).join('');
  repository.gitWith({ input: Buffer.from(records, 'latin1') }, 'update-index', '--add', '-z', '--index-info');
}

export const CONTENT_AND_SURROUNDINGS: readonly Trap[] = [
  {
    number: 19,
    title: 'a Git LFS pointer',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', LFS_POINTER);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': LFS_POINTER }, exitCode: 2 },
  },
  {
    number: 20,
    title: 'line ends that git converts',
    build(repository) {
      repository.git('config', 'core.autocrlf', 'true');
      repository.commit(SEED);
      repository.stage('fixtures/a.json', GOOD.replace('\n', '\r\n'));
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': GOOD }, exitCode: 0 },
  },
  {
    number: 20,
    title: 'a working-tree-encoding',
    build(repository) {
      repository.commit({ ...SEED, '.gitattributes': '*.json text working-tree-encoding=UTF-16LE\n' });
      repository.stage('fixtures/a.json', Buffer.from('{"id":"é"}\n', 'utf16le'));
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': '{"id":"\xc3\xa9"}\n' }, exitCode: 1 },
  },
  {
    number: 21,
    title: 'odd names',
    build(repository) {
      repository.commit(SEED);
      stageBytes(repository, ODD_NAMES, BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: Object.fromEntries(ODD_NAMES.map((name) => [name, BAD])), exitCode: 1 },
  },
  {
    number: 22,
    title: 'diff.relative, core.abbrev and core.quotePath, in a hook that changes directory',
    build(repository) {
      repository.git('config', 'diff.relative', 'true');
      repository.git('config', 'core.abbrev', '4');
      repository.git('config', 'core.quotePath', 'true');
      repository.commit({ ...SEED, 'other/b.json': GOOD });
      repository.stage('fixtures/\u00e9.json', BAD);
      return { commit: COMMIT, folder: 'other' };
    },
    expectation: { staged: { 'fixtures/\xc3\xa9.json': BAD }, exitCode: 1 },
  },
  {
    number: 23,
    title: 'SHA-256',
    options: { objectFormat: 'sha256' },
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD });
      repository.stage('fixtures/a.json', BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, read: { 'fixtures/b.json': GOOD }, exitCode: 1 },
  },
  {
    number: 26,
    title: 'a partial clone',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD });
      repository.git('config', 'uploadpack.allowFilter', 'true');
      repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
      const root = join(repository.folder, 'partial');
      const url = pathToFileURL(repository.root).href;
      repository.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', url, root);
      repository.gitWith({ cwd: root }, 'read-tree', 'HEAD');
      repository.write('../partial/fixtures/a.json', BAD);
      repository.gitWith({ cwd: root }, 'add', 'fixtures/a.json');
      return { commit: COMMIT, root };
    },
    // `fixtures/b.json` is not here yet: git fetches it.
    expectation: { staged: { 'fixtures/a.json': BAD }, read: { 'fixtures/b.json': GOOD }, exitCode: 1 },
  },
  {
    number: 27,
    title: 'git replace',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      const good = repository.gitWith({ input: GOOD }, 'hash-object', '-w', '--stdin');
      repository.git('replace', repository.git('rev-parse', ':fixtures/a.json'), good);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 28,
    title: 'safe.directory: the repository belongs to somebody else',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', GOOD);
      return { environment: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } };
    },
    expectation: {
      problem: /^git [a-z-]+ failed: detected dubious ownership in repository at '.*repository'$/,
      hint: /^If you trust this repository, run: git config --global --add safe\.directory .*repository$/,
      exitCode: 2,
    },
  },
  {
    number: 29,
    title: '200,000 files in the index',
    build(repository) {
      repository.commit(SEED);
      const names = Array.from({ length: 200_000 }, (_, at) => `bulk/${at % 500}/${at}.txt`);
      stageBytes(repository, names, 'x\n');
      repository.git('commit', '--quiet', '--no-verify', '-m', 'bulk');
      repository.stage('fixtures/a.json', BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 30,
    title: 'a git that the repository brings along',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      for (const name of ['git', 'git.exe', 'git.cmd', 'git.bat']) {
        repository.write(name, '#!/bin/sh\nexit 0\n');
        chmodSync(join(repository.root, name), 0o755);
      }
      return {};
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 31,
    title: 'mapping and contract changed in the worktree only',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      repository.write('contracts/event.yaml', CONTRACT.replace('integer', 'string'));
      repository.write('contractgate-hook.yaml', 'version: 1\nmappings: []\n');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, read: SEED, exitCode: 1 },
  },
  {
    number: 32,
    title: 'a file of many megabytes',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.ndjson', GOOD.repeat(500_000));
      repository.stage('fixtures/b.json', BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.ndjson': GOOD.repeat(500_000), 'fixtures/b.json': BAD }, exitCode: 1 },
  },
];
