import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, BETTER, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

function since(repository: TemporaryRepository, args: readonly string[], cwd = repository.root) {
  const { status, stdout } = spawnSync(process.execPath, [program, ...args, '--format', 'json'], {
    cwd,
    env: repository.environment,
    encoding: 'utf8',
  });
  const { checks, problems } = JSON.parse(stdout) as {
    checks: { file: string; passed: boolean }[];
    problems: { message: string; hint?: string }[];
  };
  return { exitCode: status, verdicts: checks.map(({ file, passed }) => `${file} ${passed}`), problems };
}

/** What `main` has had since is not the branch's doing; everything else that differs is, committed or not. */
describe('--since', () => {
  test('is what the branch, the index and the worktree changed, as it stands in the worktree', () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...SEED, '.gitignore': 'fixtures/ignored.json\n', 'fixtures/old.json': GOOD });
    repository.commit({ 'fixtures/gone.json': GOOD, 'fixtures/reverted.json': GOOD });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ 'fixtures/committed.json': BAD, 'fixtures/mended.json': BAD, 'fixtures/reverted.json': BAD });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'fixtures/old.json': BETTER });
    repository.git('checkout', '--quiet', 'topic');
    repository.stage('fixtures/staged.json', BAD);
    repository.write('fixtures/staged.json', GOOD);
    repository.write('fixtures/mended.json', BETTER);
    repository.write('fixtures/reverted.json', GOOD);
    repository.write('fixtures/untracked.json', BAD);
    repository.write('fixtures/ignored.json', BAD);
    repository.remove('fixtures/gone.json');

    const expected = {
      exitCode: 1,
      verdicts: [
        'fixtures/committed.json false',
        'fixtures/mended.json true',
        'fixtures/staged.json true',
        'fixtures/untracked.json false',
      ],
      problems: [],
    };
    const { verdicts, ...rest } = since(repository, ['--since', 'main'], `${repository.root}/fixtures`);
    // Git may name a file that was only touched.
    const changed = verdicts.filter((verdict) => verdict !== 'fixtures/reverted.json true');
    expect({ ...rest, verdicts: changed }).toEqual(expected);
  });

  test('with nothing changed is nothing, in CI too', () => {
    using repository = new TemporaryRepository();
    repository.commit({ ...SEED, 'fixtures/a.json': BAD });
    const { status } = spawnSync(process.execPath, [program, '--since', 'HEAD'], {
      cwd: repository.root,
      env: { ...repository.environment, CI: 'true' },
    });
    expect(status).toBe(0);
  });

  test.each([
    [['--since', 'nope'], 'nope is not a revision of this repository'],
    [['--since', '--all'], '--since needs a value, got --all'],
    [['--since=--all'], '--all is not a revision of this repository'],
    [['--since', 'main', '--all'], '--since excludes --all'],
    [['--since', 'main', 'fixtures/a.json'], '--since excludes --all'],
    [['--since', 'main', '--from-ref', 'main'], '--since excludes --all'],
  ])('%j cannot be', (args, message) => {
    using repository = new TemporaryRepository();
    repository.commit(SEED);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: repository.root,
      env: repository.environment,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toContain(message);
    expect(status).toBe(2);
  });

  test('in a shallow clone says how to deepen it', () => {
    using repository = new TemporaryRepository();
    repository.commit(SEED);
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit({ 'fixtures/a.json': BAD });
    const root = `${repository.folder}/shallow`;
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'fixtures/b.json': GOOD });
    const url = pathToFileURL(repository.root).href;
    repository.git('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=topic', url, root);
    for (const range of [
      ['--since', 'origin/main'],
      ['--from-ref', 'origin/main'],
    ]) {
      expect(since(repository, range, root)).toMatchObject({
        exitCode: 2,
        problems: [{ hint: expect.stringContaining('git fetch --unshallow') as string }],
      });
    }
  });
});
