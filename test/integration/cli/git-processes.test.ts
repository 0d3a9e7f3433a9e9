import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { fakeGit } from '../../support/fake-git.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BETTER, CONTRACT, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

/** The git commands that the program runs for what is staged: at first, and when it may remember the run before. */
function commandsOf(change: (repository: TemporaryRepository) => void): string[][] {
  using repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD, 'fixtures/c.json': GOOD });
  change(repository);
  const log = join(repository.folder, 'log');
  const env = fakeGit(repository, `echo "$command" >>'${log}'; real "$@"`);
  return [1, 2].map(() => {
    rmSync(log, { force: true });
    const { status, stdout } = spawnSync(process.execPath, [program], { cwd: repository.root, env, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    return readFileSync(log, 'utf8').trim().split('\n').sort();
  });
}

test('two processes for what is staged', () => {
  const commands = ['cat-file', 'diff-index'];
  expect(commandsOf((repository) => repository.stage('fixtures/a.json', BETTER))).toEqual([commands, commands]);
});

test('three with everything that a contract governs', () => {
  const change = (repository: TemporaryRepository) =>
    repository.stage('contracts/event.yaml', `${CONTRACT}# Another word.\n`);
  const commands = ['cat-file', 'diff-index', 'diff-index'];
  expect(commandsOf(change)).toEqual([commands, commands]);
});
