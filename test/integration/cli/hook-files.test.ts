import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, COMMIT, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

/** Hook tools give the files that are there: of a renamed contract its new name, of a deleted one nothing. */
describe('files that a hook tool gives', () => {
  test.each([
    ['a renamed contract', 'git mv contracts/event.yaml contracts/other.yaml', 'contracts/other.yaml'],
    [
      'a deleted contract, beside a good fixture',
      'git rm -q contracts/event.yaml && git add fixtures',
      'fixtures/b.json',
    ],
  ])('%s that governs fixtures refuses the commit', (_, change, given) => {
    using repository = new TemporaryRepository();
    repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
    repository.write('fixtures/b.json', GOOD);
    spawnSync('sh', ['-c', change], { cwd: repository.root, env: repository.environment });
    repository.hook('pre-commit', `exec '${process.execPath}' '${program}' check '${given}'`);
    const { status, stdout, stderr } = spawnSync('git', COMMIT, {
      cwd: repository.root,
      env: repository.environment,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain('there is no contract contracts/event.yaml');
    expect(`${stdout}${stderr}`).toContain('contractgate-hook.yaml:4:15');
  });
});

/** A commit may change nothing (a reworded message), and a job of CI may make one. */
test('a hook that finds nothing to check lets the commit pass, in CI too', () => {
  using repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': BAD });
  repository.hook('pre-commit', `exec '${process.execPath}' '${program}'`);
  const env = { ...repository.environment, CI: 'true' };
  const reworded = ['commit', '--quiet', '--amend', '--allow-empty', '-m', 'reworded'];
  expect(spawnSync('git', reworded, { cwd: repository.root, env }).status).toBe(0);
  const byHand = spawnSync(process.execPath, [program], {
    cwd: join(repository.root, 'fixtures'),
    env,
    encoding: 'utf8',
  });
  expect(byHand).toMatchObject({ status: 2, stdout: expect.stringContaining('--allow-empty') });
});
