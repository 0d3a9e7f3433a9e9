import type { TemporaryRepository } from '../temporary-repository.ts';
import { BAD, BETTER, COMMIT, CONFIG, CONTRACT, GOOD, SEED, type Trap } from './trap.ts';

/** `main` and `topic` have each changed `fixtures/a.json`; `topic` has added `fixtures/c.json`. */
function diverge(repository: TemporaryRepository, onMain: Record<string, string>): void {
  repository.commit({ ...SEED, 'fixtures/a.json': '{"id":0}\n' });
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.commit({ 'fixtures/a.json': BETTER, 'fixtures/c.json': BAD });
  repository.git('checkout', '--quiet', 'main');
  repository.commit(onMain);
}

export const WAYS_TO_COMMIT: readonly Trap[] = [
  {
    number: 1,
    title: 'partial staging: a good index over a bad worktree',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', GOOD);
      repository.write('fixtures/a.json', BAD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': GOOD }, exitCode: 0 },
  },
  {
    number: 1,
    title: 'partial staging: a bad index under a good worktree',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      repository.write('fixtures/a.json', GOOD);
      return { commit: COMMIT };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 2,
    title: 'commit -a',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
      repository.write('fixtures/a.json', BAD);
      return { commit: [...COMMIT, '-a'] };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  {
    number: 3,
    title: 'commit -- path: what else is staged is not in it',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD });
      repository.stage('fixtures/b.json', BAD);
      repository.write('fixtures/a.json', BETTER);
      return { commit: [...COMMIT, '--', 'fixtures/a.json'] };
    },
    expectation: { staged: { 'fixtures/a.json': BETTER }, exitCode: 0 },
  },
  {
    number: 3,
    title: 'commit --include path: both the index and the path are in it',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD });
      repository.stage('fixtures/b.json', BAD);
      repository.write('fixtures/a.json', BETTER);
      return { commit: [...COMMIT, '--include', '--', 'fixtures/a.json'] };
    },
    expectation: { staged: { 'fixtures/a.json': BETTER, 'fixtures/b.json': BAD }, exitCode: 1 },
  },
  {
    number: 4,
    title: 'a relative GIT_INDEX_FILE, in a hook that changes directory',
    build(repository) {
      repository.commit(SEED);
      repository.stage('fixtures/a.json', BAD);
      return { commit: COMMIT, folder: 'fixtures' };
    },
    expectation: { staged: { 'fixtures/a.json': BAD }, exitCode: 1 },
  },
  ...(['sha1', 'sha256'] as const).map((objectFormat): Trap => ({
    number: objectFormat === 'sha1' ? 5 : 23,
    title: `the first commit (${objectFormat})`,
    options: { objectFormat },
    build(repository) {
      for (const [path, content] of Object.entries(SEED)) repository.stage(path, content);
      repository.stage('fixtures/a.json', BAD);
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'contractgate-hook.yaml': CONFIG, 'contracts/event.yaml': CONTRACT, 'fixtures/a.json': BAD },
      exitCode: 1,
    },
  })),
  {
    number: 5,
    title: 'the first commit of an orphan branch',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD });
      repository.git('checkout', '--quiet', '--orphan', 'fresh');
      repository.git('rm', '--quiet', '--cached', 'fixtures/b.json');
      return { commit: COMMIT };
    },
    expectation: {
      staged: { 'contractgate-hook.yaml': CONFIG, 'contracts/event.yaml': CONTRACT, 'fixtures/a.json': GOOD },
      exitCode: 0,
    },
  },
  {
    number: 6,
    title: 'a clean merge, which runs pre-merge-commit',
    build(repository) {
      diverge(repository, { 'fixtures/b.json': GOOD });
      return { commit: ['merge', '--quiet', '--no-edit', 'topic'], hook: 'pre-merge-commit' };
    },
    expectation: { staged: { 'fixtures/a.json': BETTER, 'fixtures/c.json': BAD }, exitCode: 1 },
  },
  {
    number: 7,
    title: 'a merge after conflicts: all that the other branch brings is in it',
    build(repository) {
      diverge(repository, { 'fixtures/a.json': GOOD });
      mergeWithConflicts(repository);
      repository.stage('fixtures/a.json', BETTER);
      return { commit: ['commit', '--quiet', '--no-edit'] };
    },
    expectation: { staged: { 'fixtures/a.json': BETTER, 'fixtures/c.json': BAD }, exitCode: 1 },
  },
  {
    number: 8,
    title: 'a clean cherry-pick, which runs no hook',
    build(repository) {
      diverge(repository, { 'fixtures/b.json': GOOD });
      return { commit: ['cherry-pick', 'topic'] };
    },
    expectation: { hookless: true, exitCode: 0 },
  },
  {
    number: 9,
    title: 'commit --amend: only what is new',
    build(repository) {
      repository.commit({ ...SEED, 'fixtures/a.json': BAD });
      repository.stage('fixtures/b.json', GOOD);
      return { commit: ['commit', '--quiet', '--amend', '--no-edit'] };
    },
    expectation: { staged: { 'fixtures/b.json': GOOD }, exitCode: 0 },
  },
  {
    number: 10,
    title: 'entries in conflict',
    build(repository) {
      diverge(repository, { 'fixtures/a.json': GOOD });
      mergeWithConflicts(repository);
      return {};
    },
    expectation: { problem: /^fixtures\/a\.json has merge conflicts$/, hint: /Resolve/, exitCode: 2 },
  },
];

function mergeWithConflicts(repository: TemporaryRepository): void {
  try {
    repository.git('merge', '--quiet', 'topic');
  } catch {
    return;
  }
  throw new Error('the branches were meant to be in conflict');
}
