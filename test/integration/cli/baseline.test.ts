import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../support/run-program.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, GOOD, SEED } from '../../support/traps/trap.ts';

const path = 'contractgate-hook.baseline.ndjson';

test('a baseline is recorded, heeded in the index, pruned, and never written by halves', async () => {
  using repository = new TemporaryRepository();
  const hook = (...argv: string[]) => runProgram(argv, { cwd: repository.root, env: repository.environment });
  const text = () => readFileSync(join(repository.root, path), 'utf8');
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD });
  expect((await hook('baseline')).stdout).toBe('Nothing to record: everything holds.\n');
  expect(existsSync(join(repository.root, path))).toBe(false);

  repository.stage('fixtures/a.json', BAD);
  expect((await hook()).code).toBe(1);
  const dry = await hook('baseline', '--dry-run');
  expect(dry.stdout).toContain(`+++ b/${path}`);
  expect(existsSync(join(repository.root, path))).toBe(false);
  expect((await hook('baseline')).stdout).toContain('now has 1 violation in 1 file');

  // Read from the index, as all that a commit is judged by.
  expect((await hook()).code).toBe(1);
  repository.stage(path, text());
  const staged = await hook();
  expect(staged).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing new, 1 known violation') as string,
  });
  repository.write(path, '');
  expect((await hook()).code).toBe(0);
  expect((await hook('--all')).code).toBe(2);
  repository.write(path, repository.git('show', `:${path}`));

  // Not everything can be looked at: what is there stays as it is.
  const before = text();
  repository.write('fixtures/b.json', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n');
  expect((await hook('baseline')).code).toBe(2);
  expect((await hook('baseline', '--prune')).code).toBe(2);
  expect(text()).toBe(before);

  repository.write('fixtures/b.json', BAD);
  repository.write('fixtures/a.json', GOOD);
  const pruned = await hook('baseline', '--prune');
  expect(pruned).toMatchObject({ code: 0, stdout: expect.stringContaining('now has 0 violations') as string });
  expect(text().split('\n')).toHaveLength(2);
  expect((await hook('--all')).code).toBe(1);

  repository.write(path, '<<<<<<< ours\n');
  expect((await hook('baseline', '--prune')).code).toBe(2);
  expect((await hook('baseline')).stdout).toContain('now has 1 violation');
});
