import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, BETTER, COMMIT, GOOD, SEED, type Trap } from './trap.ts';

// Similar enough, before and after the edit, for git to see a rename.
const LONG = `[${Array.from({ length: 50 }, (_, id) => `{"id":${id}}`).join(',\n')}]\n`;
const LONG_EDITED = LONG.replace('{"id":7}', '{"id":"seven"}');

export const STATES_OF_THE_INDEX: readonly Trap[] = [
  {
    number: 11,
    title: 'a rename with an edit',
    build(repository) {
      repository.git('config', 'diff.renames', 'copies');
      repository.commit({ ...SEED, 'fixtures/a.json': LONG });
      repository.git('mv', 'fixtures/a.json', 'fixtures/b.json');
      repository.stage('fixtures/b.json', LONG_EDITED);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': { kind: 'deleted' }, 'fixtures/b.json': LONG_EDITED }, exitCode: 1 },
  },
  {
    number: 11,
    title: 'a copy of a file that changes, too',
    build(repository) {
      repository.git('config', 'diff.renames', 'copies');
      repository.commit({ ...SEED, 'fixtures/a.json': LONG });
      repository.stage('fixtures/a.json', LONG.replace('49', '50'));
      repository.stage('fixtures/b.json', LONG_EDITED);
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'fixtures/a.json': LONG.replace('49', '50'), 'fixtures/b.json': LONG_EDITED },
      exitCode: 1,
    },
  },
  {
    number: 12,
    title: 'a link that becomes a file',
    build(repository) {
      repository.write('fixtures/.keep.json', GOOD);
      symlinkSync('.keep.json', join(repository.root, 'fixtures/a.json'));
      repository.commit(SEED);
      repository.remove('fixtures/a.json');
      repository.stage('fixtures/a.json', BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 12,
    title: 'a file that becomes a link',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
      repository.remove('fixtures/a.json');
      symlinkSync('b.json', join(repository.root, 'fixtures/a.json'));
      repository.git('add', '--all');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': { kind: 'symlink' } }, exitCode: 0 },
  },
  {
    number: 13,
    title: 'a deletion',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': BAD, 'fixtures/b.json': GOOD });
      repository.git('rm', '--quiet', 'fixtures/a.json');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': { kind: 'deleted' } }, exitCode: 0 },
  },
  {
    number: 13,
    title: 'staged, then deleted on disk',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      repository.remove('fixtures');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 14,
    title: 'a linked worktree, whose hook changes directory',
    build(repository) {
      repository.commit(SEED);
      const root = join(repository.folder, 'linked');
      repository.git('worktree', 'add', '--quiet', '-b', 'topic', root);
      repository.write('../linked/fixtures/a.json', BAD);
      repository.gitWith({ cwd: root }, 'add', '--all');
      return { commit: COMMIT, root, folder: 'fixtures' };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 14,
    title: 'a submodule, whose hook changes directory',
    build(repository) {
      repository.commit(SEED);
      repository.git('clone', '--quiet', '--bare', '.', '../remote');
      const add = ['submodule', '--quiet', 'add', '../remote', 'module'];
      repository.git('-c', 'protocol.file.allow=always', 'config', 'remote.origin.url', repository.root);
      repository.git('-c', 'protocol.file.allow=always', ...add);
      repository.write('module/fixtures/a.json', BAD);
      const root = join(repository.root, 'module');
      repository.gitWith({ cwd: root }, 'add', '--all');
      return { commit: COMMIT, root, folder: 'fixtures' };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 14,
    title: 'GIT_DIR without GIT_WORK_TREE, from a folder of the worktree',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      return { folder: 'fixtures', environment: { GIT_DIR: '../.git' } };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 14,
    title: 'git --git-dir --work-tree, with a worktree that has no .git',
    build(repository) {
      repository.commit(SEED);
      repository.git('clone', '--quiet', '--bare', '.', '../bare');
      repository.stage('fixtures/a.json', BAD);
      const bare = [`--git-dir=${join(repository.folder, 'bare')}`, `--work-tree=${repository.root}`];
      repository.git(...bare, 'add', '--all');
      rmSync(join(repository.root, '.git'), { recursive: true });
      return { commit: [...bare, ...COMMIT] };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 14,
    title: 'a core.worktree elsewhere',
    build(repository) {
      repository.commit(SEED);
      repository.git('config', 'core.worktree', '../../elsewhere');
      mkdirSync(join(repository.folder, 'elsewhere'));
      repository.git('checkout', '--quiet', '--force');
      repository.write('../elsewhere/fixtures/a.json', BAD);
      repository.git('add', '--all');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, read: SEED, exitCode: 1 },
  },
  {
    number: 14,
    title: 'objects elsewhere, named from a folder of the worktree',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      renameSync(join(repository.root, '.git/objects'), join(repository.folder, 'objects'));
      repository.write('.git/objects/info/alternates', '');
      return { folder: 'fixtures', environment: { GIT_ALTERNATE_OBJECT_DIRECTORIES: '../../objects' } };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 15,
    title: 'a gitlink',
    build(repository) {
      const commit = repository.commit(SEED);
      repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},fixtures/vendored`);
      repository.stage('fixtures/a.json', GOOD);
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'fixtures/a.json': GOOD, 'fixtures/vendored': { kind: 'gitlink' } },
      exitCode: 0,
    },
  },
  {
    number: 16,
    title: 'a symlink',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', GOOD);
      symlinkSync('a.json', join(repository.root, 'fixtures/latest.json'));
      repository.git('add', '--all');
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'fixtures/a.json': GOOD, 'fixtures/latest.json': { kind: 'symlink' } },
      exitCode: 0,
    },
  },
  {
    number: 16,
    title: 'a contract that becomes a symlink',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
      repository.remove('contracts/event.yaml');
      symlinkSync('../contractgate-hook.yaml', join(repository.root, 'contracts/event.yaml'));
      repository.git('add', '--all');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'contracts/event.yaml': { kind: 'symlink' } }, exitCode: 2 },
  },
  {
    number: 16,
    title: 'a folder of contracts that becomes a file',
    build(repository) {
      repository.commit(SEED);
      repository.remove('contracts');
      repository.write('contracts', 'x\n');
      repository.write('fixtures/a.json', GOOD);
      repository.git('add', '--all');
      return { commit: COMMIT };
    },
    expectation: {
      staged: { contracts: 'x\n', 'contracts/event.yaml': { kind: 'deleted' }, 'fixtures/a.json': GOOD },
      exitCode: 2,
    },
  },
  {
    number: 17,
    title: 'add --intent-to-add',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', GOOD);
      repository.write('fixtures/later.json', BAD);
      repository.git('add', '--intent-to-add', 'fixtures/later.json');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': GOOD }, exitCode: 0 },
  },
  {
    number: 18,
    title: 'a sparse checkout: staged, but not on disk',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'kept/b.json': GOOD });
      repository.git('sparse-checkout', 'set', 'kept');
      const oid = repository.gitWith({ input: BAD }, 'hash-object', '-w', '--stdin');
      repository.git('update-index', '--cacheinfo', `100644,${oid},fixtures/a.json`);
      repository.git('update-index', '--skip-worktree', 'fixtures/a.json');
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 18,
    title: 'a sparse index, in which folders are entries',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD, 'kept/b.json': GOOD });
      repository.git('sparse-checkout', 'init', '--cone', '--sparse-index');
      repository.git('sparse-checkout', 'set', 'kept');
      const oid = repository.gitWith({ input: BAD }, 'hash-object', '-w', '--stdin');
      repository.git('update-index', '--add', '--cacheinfo', `100644,${oid},kept/a.json`);
      repository.git('update-index', '--add', '--cacheinfo', `100644,${oid},fixtures/a.json`);
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'fixtures/a.json': BAD, 'kept/a.json': BAD },
      read: { ...SEED, 'fixtures/b.json': GOOD },
      exitCode: 1,
    },
  },
  {
    number: 24,
    title: 'index.lock is taken',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      repository.write('.git/index.lock');
      return {};
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 25,
    title: 'an index that `git status` would rewrite',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD });
      repository.stage('fixtures/a.json', BETTER);
      // The same content with another time: a refresh would note it in the index.
      repository.remove('fixtures/b.json');
      repository.write('fixtures/b.json', GOOD);
      return {};
    },
    expectation: { staged: { 'fixtures/a.json': BETTER }, exitCode: 0 },
  },
  {
    number: 25,
    title: 'an index in two parts, of version 4, with untracked files in it',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD });
      repository.git('update-index', '--index-version=4', '--split-index', '--force-untracked-cache');
      repository.stage('fixtures/a.json', BAD);
      return {};
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, read: { 'fixtures/b.json': GOOD }, exitCode: 1 },
  },
  {
    number: 25,
    title: 'a core.fsmonitor, which is not asked',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/b.json': GOOD });
      const monitor = join(repository.folder, 'monitor');
      writeFileSync(monitor, '#!/bin/sh\nprintf "token\\0"\n', { mode: 0o755 });
      repository.git('config', 'core.fsmonitor', monitor);
      repository.git('update-index', '--fsmonitor');
      repository.stage('fixtures/a.json', BAD);
      writeFileSync(monitor, `#!/bin/sh\nrm -rf '${repository.root}/contracts' '${repository.root}/.git/index'\n`);
      return {};
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, read: { 'fixtures/b.json': GOOD }, exitCode: 1 },
  },
];
