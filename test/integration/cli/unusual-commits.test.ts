import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, BETTER, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let check: string;
beforeAll(() => {
  check = `'${process.execPath}' '${bundleProgram(folder.path)}'`;
});
afterAll(() => folder[Symbol.dispose]());

/** A repository with the tool as its hook, of which `topic` adds a fixture that breaks its contract. */
function hookedRepository(): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.commit({ 'fixtures/topic.json': BAD });
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ 'fixtures/main.json': GOOD });
  repository.hook('pre-commit', `exec ${check}`);
  return repository;
}

/** Events far enough from each other for git to see two hunks when the first and the last change. */
const hunks = (first: string, last: number): string => `[\n{"id":${first}},${'\n'.repeat(12)}{"id":${last}}\n]\n`;

interface Line {
  readonly title: string;
  readonly prepare?: (repository: TemporaryRepository) => void;
  /** Shell, in the root; `$check` is the tool. */
  readonly line: string;
  readonly input?: string;
  readonly refused: boolean;
}

const twoHunks = (repository: TemporaryRepository): void => {
  repository.commit({ 'fixtures/hunks.json': hunks('1', 2) });
  repository.write('fixtures/hunks.json', hunks('"one"', 3));
};
const onTopic = (repository: TemporaryRepository): void => {
  repository.git('checkout', '--quiet', 'topic');
  repository.commit({ 'fixtures/later.json': GOOD });
};

const LINES: readonly Line[] = [
  { title: 'commit -p, the bad hunk', prepare: twoHunks, line: 'git commit -p -m x', input: 'y\nn\n', refused: true },
  { title: 'commit -p, the good hunk', prepare: twoHunks, line: 'git commit -p -m x', input: 'n\ny\n', refused: false },
  {
    title: 'git -C, from elsewhere',
    prepare: (repository) => repository.stage('fixtures/b.json', BAD),
    line: 'root=$PWD; cd /; git -C "$root" commit -q -m x',
    refused: true,
  },
  {
    title: 'merge --squash, then commit',
    line: 'git merge -q --squash topic >/dev/null && git commit -q -m x',
    refused: true,
  },
  {
    title: 'merge --no-commit, then commit',
    line: 'git merge -q --no-commit topic && git commit -q -m x',
    refused: true,
  },
  {
    title: 'cherry-pick --no-commit, then commit',
    line: 'git cherry-pick --no-commit topic && git commit -q -m x',
    refused: true,
  },
  {
    title: 'rebase -i that stops to edit, and amend',
    prepare: onTopic,
    line: `GIT_SEQUENCE_EDITOR='sed -i.backup 2s/pick/edit/' git rebase -q -i main && echo '${BAD.trim()}' >fixtures/new.json &&
      git add fixtures && git commit -q --amend --no-edit`,
    refused: true,
  },
  {
    title: 'rebase --exec with the range of each commit',
    prepare: onTopic,
    line: 'git rebase -q --exec "$check --from-ref HEAD~1" main',
    refused: true,
  },
  {
    title: 'a stash that holds what is bad',
    prepare: (repository) => {
      repository.stage('fixtures/b.json', BAD);
      repository.git('stash', 'push', '--quiet');
      repository.stage('fixtures/c.json', BETTER);
    },
    line: 'git commit -q -m x',
    refused: false,
  },
  {
    title: 'a branch called HEAD and a tag called main',
    prepare: (repository) => {
      repository.git('update-ref', 'refs/heads/HEAD', 'topic');
      repository.git('update-ref', 'refs/tags/main', 'topic');
      repository.stage('fixtures/c.json', BETTER);
    },
    line: 'git commit -q -m x',
    refused: false,
  },
  {
    title: 'a push that a server hook refuses, in a bare repository with the new objects in quarantine',
    prepare(repository) {
      repository.git('clone', '--quiet', '--bare', '.', '../server.git');
      const each = 'while read -r old new ref; do $check --from-ref "$old" --to-ref "$new" || exit; done';
      repository.hook('pre-receive', each.replace('$check', check), join(repository.folder, 'server.git'));
      repository.commit({ 'fixtures/pushed.json': BAD });
    },
    line: 'git push -q ../server.git main',
    refused: true,
  },
];

describe('what would be committed is judged', () => {
  test.each(LINES)('$title', ({ prepare, line, input = '', refused }) => {
    using repository = hookedRepository();
    prepare?.(repository);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: repository.root,
      env: { ...repository.environment, check },
      input,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).not.toMatch(/could not check|\n {4}at /);
    expect(/breaks contracts\/event\.yaml/.test(`${stdout}${stderr}`), `${stdout}${stderr}`).toBe(refused);
    expect(status !== 0, `${stdout}${stderr}`).toBe(refused);
  });
});
