import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { fakeGit } from '../../support/fake-git.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, CONTRACT, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
let repository: TemporaryRepository;
beforeAll(() => {
  program = bundleProgram(folder.path);
  repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
  repository.commit({ 'fixtures/b.json': GOOD });
  repository.stage('fixtures/a.json', BAD);
});
afterAll(() => {
  folder[Symbol.dispose]();
  repository[Symbol.dispose]();
});

function check(args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [program, ...args], { cwd: repository.root, env, encoding: 'utf8' });
}

const SELECTIONS = [[], ['--all'], ['--all', '--rev', 'HEAD'], ['--from-ref', 'HEAD~1'], ['--since', 'HEAD~1']];

const FAILURES: readonly (readonly [title: string, script: string])[] = [
  ['exits 1 in silence', 'exit 1'],
  ['is killed by a signal', 'kill -9 $$'],
  ['answers and is then killed by a signal', 'PATH=$real_path git "$@"; kill -9 $$'],
  ['answers and then exits 1', 'PATH=$real_path git "$@"; exit 1'],
  ['writes an unexpected record', 'printf "what is this\\0\\n"'],
  ['writes an unexpected record after its answer', 'PATH=$real_path git "$@"; printf "\\0what\\0"'],
  ['truncates its last record', 'PATH=$real_path git "$@" | head -c -3'],
  ['hangs', 'exec sleep 100'],
  ['answers and then hangs', 'PATH=$real_path git "$@"; exec sleep 100'],
];

/** Of every selection, for every git command that it runs: what cannot be trusted is never taken for an answer. */
describe.each(SELECTIONS.map((args) => [args]))('check %j', (args) => {
  const commands = () => {
    const log = join(repository.folder, 'log');
    rmSync(log, { force: true });
    check(args, fakeGit(repository, `echo "$command" >>'${log}'; real "$@"`));
    const seen = new Set(readFileSync(log, 'utf8').trim().split('\n'));
    return [...seen];
  };

  test.each(FAILURES)('a git that %s', (_, failure) => {
    const path = repository.environment['PATH'] ?? '';
    for (const command of commands()) {
      // `cat-file` is ended by us, once everything was read: how it would have ended by itself tells nothing.
      if (command === 'cat-file' && /then|after|truncates/.test(_)) continue;
      const script = `real_path='${path}'\nif [ $command = ${command} ]; then ${failure}; else real "$@"; fi`;
      const { status, stdout, stderr } = check([...args, '--time-limit', '1'], fakeGit(repository, script));
      expect(stderr, command).toBe('');
      expect(stdout, command).toMatch(/^could not check: [^\n]+\n( {2}→ [^\n]+\n)*\ncontractgate-hook: /);
      expect(status, command).toBe(2);
    }
  });
});

describe('cat-file', () => {
  const oid = () => repository.git('rev-parse', ':fixtures/a.json');
  /** Answers truthfully until it is asked for the staged fixture. */
  const answering = (answer: string) =>
    fakeGit(
      repository,
      `if [ $command = cat-file ]; then
  while read -r name; do
    if [ "$name" = ${oid()} ]; then ${answer}; else echo "$name" | PATH='${repository.environment['PATH']}' git cat-file --batch; fi
  done
else real "$@"; fi`,
    );

  test.each([
    ['is killed half-way through a blob', 'printf "$name blob 100\\n{\\"id\\":"; kill -9 $$', /killed by SIGKILL/],
    ['ends half-way through a blob', 'printf "$name blob 100\\n{\\"id\\":1}"; exit 0', /in the middle of an answer/],
    ['hangs half-way through a blob', 'printf "$name blob 100\\n{\\"id\\":"; exec sleep 100', /within 1 seconds/],
    ['announces less than it sends', 'printf "$name blob 4\\n{\\"id\\":1}\\n"; exec sleep 100', /more content/],
    ['sends another object', 'printf "%040d blob 8\\n{\\"id\\":1}\\n" 1; exec sleep 100', /something unexpected/],
    ['does not have the object', 'echo "$name missing"', /is missing from the repository/],
    ['never ends its line', 'exec tr "\\0" x </dev/zero', /a line without an end/],
  ])('that %s is told in one sentence', (_, answer, sentence) => {
    const { status, stdout, stderr } = check(['--time-limit', '1'], answering(answer));
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^could not check: [^\n]+\n( {2}→ [^\n]+\n)?\ncontractgate-hook: nothing was checked: 1 problem/,
    );
    expect(stdout).toMatch(sentence);
    expect(status).toBe(2);
  });
});

test('a process that cannot be started is told in one sentence', () => {
  // Of few open files Node needs most for itself: how many is a matter of its version.
  const outcomes = Array.from({ length: 24 }, (_, at) => {
    const script = `ulimit -n ${16 + at * 2}; exec '${process.execPath}' '${program}' --no-cache`;
    return spawnSync('sh', ['-c', script], { cwd: repository.root, env: repository.environment, encoding: 'utf8' });
  });
  const told = outcomes.filter(({ stdout }) => stdout.startsWith('could not check: git could not be started: '));
  expect(told.length).toBeGreaterThan(0);
  for (const { status, stdout, stderr } of told) {
    expect(`${stdout}${stderr}`).toMatch(/^[^\n]+\n\ncontractgate-hook: nothing was checked: 1 problem[^\n]*\n$/);
    expect(status).toBe(2);
  }
  // A fixture that breaks its contract is staged.
  for (const { status } of outcomes) expect(status).not.toBe(0);
});

test('a reader that has gone changes nothing of the verdict', () => {
  repository.stage('contracts/event.yaml', CONTRACT);
  const script = `'${process.execPath}' '${program}' --format json; echo "$?" >&2`;
  const piped = spawnSync('sh', ['-c', `(${script}) | true`], {
    cwd: repository.root,
    env: repository.environment,
    encoding: 'utf8',
  });
  expect(piped.stderr).toBe('1\n');
});
