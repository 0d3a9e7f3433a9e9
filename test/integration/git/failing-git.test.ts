import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Git } from '../../../src/git/environment.ts';
import { openIndex } from '../../../src/snapshot/index-snapshot.ts';
import { rangeChanges } from '../../../src/snapshot/range-changes.ts';
import { openRevision } from '../../../src/snapshot/revision-snapshot.ts';
import { SnapshotError, type Snapshot } from '../../../src/snapshot/snapshot.ts';
import { stagedChanges } from '../../../src/snapshot/staged-changes.ts';
import { openWorktree } from '../../../src/snapshot/worktree-snapshot.ts';
import { fakeGit } from '../../support/fake-git.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const ZEROS = '0'.repeat(40);
const ONES = '1'.repeat(40);

let repository: TemporaryRepository;
beforeAll(() => {
  repository = new TemporaryRepository();
  repository.commit({ 'a.json': '{"id":1}\n' });
  repository.stage('b.json', '{"id":2}\n');
});
afterAll(() => repository[Symbol.dispose]());

const git = (script: string, timeLimit = 20_000): Git => ({
  root: repository.root,
  environment: fakeGit(repository, script),
  timeLimit,
});

async function readAll(snapshot: Snapshot, paths: string[]): Promise<string[]> {
  const texts: string[] = [];
  try {
    for await (const { content } of snapshot.read(paths)) {
      texts.push(content.kind === 'file' ? (await content.bytes()).toString() : content.kind);
    }
  } finally {
    await snapshot.close();
  }
  return texts;
}

async function listOf(snapshot: Snapshot): Promise<unknown> {
  try {
    return await snapshot.list();
  } finally {
    await snapshot.close();
  }
}

/** What is asked, and the name by which git's command for it is known. */
const QUESTIONS: readonly (readonly [name: string, ask: (git: Git) => Promise<unknown>])[] = [
  ['staged changes', stagedChanges],
  ['changes of a range', (git) => rangeChanges(git, 'HEAD', 'main')],
  ['the list of the index', (git) => listOf(openIndex(git))],
  ['the list of a revision', (git) => listOf(openRevision(git, 'HEAD'))],
  ['the list of the worktree', (git) => listOf(openWorktree(git))],
  ['content of the index', (git) => readAll(openIndex(git), ['b.json'])],
  ['content of a revision', (git) => readAll(openRevision(git, 'HEAD'), ['a.json'])],
];

describe.each(QUESTIONS)('%s', (_, ask) => {
  test('the real git answers', async () => {
    expect(await ask(git('real "$@"'))).toBeInstanceOf(Array);
  });

  test.each([
    ['exits with 1 in silence', 'exit 1', /failed with exit code 1 and said nothing$/],
    ['exits with 128 and says why', 'echo "fatal: out of luck" >&2; exit 128', /failed: out of luck$/],
    ['is killed', 'kill -9 $$', /was killed by SIGKILL$/],
    [
      'answers something else',
      'printf "hello\\nworld\\0"',
      /answered with something unexpected: "hello|ended in the middle|is not a revision/,
    ],
    ['answers half', 'printf ":1"', /a record without its end|ended in the middle|is not a revision/],
  ])('a git that %s is an error', async (_, script, message) => {
    const failure = await ask(git(script)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SnapshotError);
    expect((failure as SnapshotError).message).toMatch(message);
  });

  test.each([
    // For longer than the runner waits.
    ['hangs', 'exec sleep 300'],
    ['leaves a child that holds its pipes', 'sleep 300'],
  ])('a git that %s is given up', async (_, script) => {
    const failure = await ask(git(script, 150)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SnapshotError);
    expect((failure as SnapshotError).message).toMatch(/did not answer within 0\.15 seconds$/);
  });

  test('a git that never ends is an error', async () => {
    const failure = await ask(git('exec yes')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SnapshotError);
    expect((failure as SnapshotError).message).toMatch(/more than 400 MB|something unexpected|is not a revision/);
  });

  test('a git that cannot be started is an error', async () => {
    // As where there is no memory for a process: `spawn` itself throws.
    const failure = await ask({ ...git('exit 0'), root: 'a\0b' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SnapshotError);
    expect((failure as SnapshotError).message).toMatch(/^git could not be started: /);
  });

  test('no git at all is an error', async () => {
    const environment = { ...repository.environment, PATH: repository.root };
    await expect(ask({ root: repository.root, environment, timeLimit: 20_000 })).rejects.toThrow(
      new SnapshotError('git was not found on PATH', 'Install git, or add the folder it is in to PATH.'),
    );
  });
});

describe('diff-index', () => {
  const listing = (output: string, end = 'exit 0') =>
    `if [ $command = diff-index ]; then printf '${output}'; ${end}; fi; real "$@"`;

  test.each([
    ['is killed after a whole record', `:000000 100644 ${ZEROS} ${ONES} A\\0a\\0`, 'kill -9 $$', /killed by SIGKILL/],
    ['fails after a whole record', `:000000 100644 ${ZEROS} ${ONES} A\\0a\\0`, 'exit 3', /exit code 3/],
    ['cuts a path', `:000000 100644 ${ZEROS} ${ONES} A\\0a`, 'exit 0', /without its end/],
    ['sends a rename', `:100644 100644 ${ONES} ${ONES} R100\\0a\\0b\\0`, 'exit 0', /unexpected/],
    ['sends an unknown mode', `:000000 100000 ${ZEROS} ${ONES} A\\0a\\0`, 'exit 0', /unknown file mode/],
  ])('that %s', async (_, output, end, message) => {
    await expect(stagedChanges(git(listing(output, end)))).rejects.toThrow(message);
  });
});

describe('cat-file', () => {
  const answering = (output: string, end = 'exit 0') =>
    `if [ $command = cat-file ]; then read name; printf '${output}'; ${end}; fi; real "$@"`;

  test.each([
    [
      'is killed half-way through a blob',
      `${ONES} blob 100\\n{"id"`,
      'kill -9 $$',
      /^git cat-file was killed by SIGKILL$/,
    ],
    [
      'ends half-way through a blob',
      `${ONES} blob 100\\n{"id"`,
      'exit 0',
      /^git cat-file ended in the middle of an answer$/,
    ],
    ['ends half-way through a header', `${ONES} bl`, 'exit 0', /^git cat-file ended in the middle of an answer$/],
    ['lacks the end of a blob', `${ONES} blob 4\\n{"id`, 'exit 0', /^git cat-file ended in the middle of an answer$/],
    ['sends more than it announced', `${ONES} blob 2\\n{"id"}\\n`, 'exec sleep 5', /more content than it announced/],
    ['answers for another object', 'other missing\\n', 'exec sleep 5', /something unexpected: "other missing"$/],
    ['answers without end', '%2000000d', 'exec sleep 5', /a line without an end/],
    ['stops half-way through a blob', `${ONES} blob 100\\n{"id"`, 'exec sleep 30', /did not answer within 1 seconds$/],
  ])('that %s', async (_, output, end, message) => {
    await expect(readAll(openIndex(git(answering(output, end), 1000)), ['b.json', 'a.json'])).rejects.toThrow(message);
  });

  test('an error stays: nothing is read after it', async () => {
    const index = openIndex(git(answering(`${ONES} blob 2\\n{"id"}\\n`)));
    const read = async () => {
      for await (const { content } of index.read(['b.json'])) if (content.kind === 'file') await content.bytes();
    };
    await expect(read()).rejects.toThrow('more content than it announced');
    await expect(read()).rejects.toThrow('more content than it announced');
    await index.close();
    await index.close();
  });

  test('a blob that is not there', async () => {
    const index = openIndex(git('real "$@"'));
    const read = index.read([{ path: 'x.json', kind: 'file', oid: ONES }])[Symbol.asyncIterator]();
    await expect(read.next()).rejects.toThrow(`the content of x.json (${ONES}) is missing from the repository`);
    await index.close();
  });
});
