import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fakeGit } from '../fake-git.ts';
import { BAD, GOOD, OTHER_CHECK } from './bad-input.ts';
import type { BadInput } from './bad-input.ts';

const FIXTURES = { 'fixtures/event/a.json': GOOD, 'fixtures/other/bad.json': BAD };
const SNAPSHOT = { checks: [], problems: [{ code: 'snapshot' }] };
const NOTHING = { checks: [], problems: [] };
const inCi: BadInput['environment'] = ({ environment }) => ({ ...environment, CI: 'true' });

const FILES: readonly BadInput[] = [
  {
    title: 'FILES: one that does not exist, among others',
    files: FIXTURES,
    args: ['fixtures/event/none.json', 'fixtures/other/bad.json'],
    exitCode: 2,
    says: ['fixtures/other/bad.json', 'fixtures/event/none.json does not exist'],
    report: { checks: [OTHER_CHECK], problems: [{ code: 'usage' }] },
  },
  {
    title: 'FILES: one outside of the repository',
    files: FIXTURES,
    args: ['../home'],
    exitCode: 2,
    says: ['../home is outside of the repository'],
    report: { checks: [], problems: [{ code: 'usage' }] },
  },
  {
    title: 'FILES: a folder stands for what is in it',
    files: FIXTURES,
    args: ['fixtures'],
    exitCode: 1,
    says: ['fixtures/other/bad.json', '2 events in 2 files'],
    report: { problems: [], checks: [{ file: 'fixtures/event/a.json', passed: true }, OTHER_CHECK] },
  },
];

const GIT: readonly BadInput[] = [
  {
    title: 'not a git repository',
    prepare: (repository) => repository.remove('.git'),
    exitCode: 2,
    says: ['this is no git repository', 'Name the files', '--all'],
    report: SNAPSHOT,
  },
  {
    title: 'not a git repository, with --all: the folder is checked',
    files: FIXTURES,
    prepare: (repository) => repository.remove('.git'),
    args: ['--all'],
    exitCode: 1,
    says: ['fixtures/other/bad.json', '2 events in 2 files'],
    report: { problems: [], checks: [{ file: 'fixtures/event/a.json', passed: true }, OTHER_CHECK] },
  },
  {
    title: 'not a git repository, with FILES: they are checked',
    files: FIXTURES,
    prepare: (repository) => repository.remove('.git'),
    args: ['fixtures/other'],
    exitCode: 1,
    says: ['fixtures/other/bad.json', '1 event in 1 file'],
    report: { problems: [], checks: [OTHER_CHECK] },
  },
  {
    title: 'not a git repository, nor a mapping file: no talk of init',
    files: { 'contractgate-hook.yaml': null },
    prepare: (repository) => repository.remove('.git'),
    args: ['--all'],
    exitCode: 2,
    says: ['no mapping file in the folder', 'Create contractgate-hook.yaml with'],
    report: { checks: [], problems: [{ code: 'config' }] },
  },
  {
    title: 'git is missing',
    files: FIXTURES,
    environment: ({ environment, folder }) => {
      mkdirSync(join(folder, 'empty'), { recursive: true });
      return { ...environment, PATH: join(folder, 'empty') };
    },
    exitCode: 2,
    says: ['git was not found on PATH', 'Install git'],
    report: SNAPSHOT,
  },
  {
    title: 'git is killed',
    files: FIXTURES,
    environment: (repository) => fakeGit(repository, '[ "$command" = cat-file ] && real "$@"\nkill -KILL $$'),
    exitCode: 2,
    says: ['killed by SIGKILL'],
    report: SNAPSHOT,
  },
  {
    title: 'git is killed while it hands out content',
    files: FIXTURES,
    environment: (repository) => fakeGit(repository, '[ "$command" = cat-file ] || real "$@"\nkill -KILL $$'),
    exitCode: 2,
    says: ['killed by SIGKILL'],
    report: SNAPSHOT,
  },
  {
    title: 'git fails',
    files: FIXTURES,
    environment: (repository) => fakeGit(repository, 'echo "fatal: the index is haunted" >&2; exit 128'),
    exitCode: 2,
    says: ['the index is haunted'],
    report: SNAPSHOT,
  },
  {
    title: 'an index that is broken',
    files: FIXTURES,
    prepare: (repository) => repository.write('.git/index', 'DIRC'),
    exitCode: 2,
    says: ['index file', 'git status'],
    report: SNAPSHOT,
  },
  {
    title: 'a revision that does not exist',
    args: ['--from-ref', 'nope'],
    exitCode: 2,
    says: ['nope'],
    report: SNAPSHOT,
  },
  {
    title: 'a revision of zeros, as git tells its server hooks of a new branch',
    args: ['--from-ref', '0'.repeat(40)],
    exitCode: 2,
    says: ['zeros', 'branch that is new', '--all --rev'],
    report: SNAPSHOT,
  },
  {
    title: 'a merge that is not resolved',
    prepare: (repository) => {
      repository.git('checkout', '--quiet', '-b', 'topic');
      repository.commit({ 'fixtures/event/a.json': GOOD });
      repository.git('checkout', '--quiet', 'main');
      repository.commit({ 'fixtures/event/a.json': BAD });
      expectConflict(() => repository.git('merge', '--quiet', 'topic'));
    },
    exitCode: 2,
    says: ['fixtures/event/a.json'],
    report: SNAPSHOT,
  },
];

function expectConflict(merge: () => unknown): void {
  try {
    merge();
  } catch {
    return;
  }
  throw new Error('there is no conflict');
}

const NOTHING_SELECTED: readonly BadInput[] = [
  {
    title: 'nothing staged',
    exitCode: 0,
    says: ['contractgate-hook: nothing was checked'],
    report: NOTHING,
  },
  {
    title: 'nothing staged that is mapped',
    files: { 'src/a.json': BAD },
    exitCode: 0,
    says: ['contractgate-hook: nothing was checked'],
    report: NOTHING,
  },
  {
    title: 'nothing staged, in CI',
    environment: inCi,
    exitCode: 2,
    says: ['nothing is selected', '--from-ref', '--all', '--allow-empty'],
    report: { checks: [], problems: [{ code: 'empty' }] },
  },
  {
    title: 'nothing staged, in CI, with --allow-empty',
    args: ['--allow-empty'],
    environment: inCi,
    exitCode: 0,
    says: ['nothing was checked'],
    report: NOTHING,
  },
  {
    title: 'an empty range, in CI',
    args: ['--from-ref', 'HEAD'],
    environment: inCi,
    exitCode: 0,
    says: ['contractgate-hook: nothing was checked'],
    report: NOTHING,
  },
];

export const SELECTIONS: readonly BadInput[] = [...FILES, ...GIT, ...NOTHING_SELECTED];
