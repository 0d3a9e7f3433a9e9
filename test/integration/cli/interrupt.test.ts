import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { BASE, GOOD } from '../../support/bad-input/bad-input.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { fakeGit } from '../../support/fake-git.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

test('^C answers 130, also while git takes its time', async () => {
  using repository = new TemporaryRepository();
  repository.commit(BASE);
  repository.stage('fixtures/event/a.json', GOOD);
  const program = bundleProgram(repository.folder);
  const started = join(repository.folder, 'started');
  const env = fakeGit(repository, `: >'${started}'; exec sleep 30`);

  const hook = spawn(process.execPath, [program], { cwd: repository.root, env, detached: true });
  const output: Buffer[] = [];
  hook.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  await vi.waitUntil(() => existsSync(started), { timeout: 20_000 });
  // As a terminal does: to the program and to its git.
  process.kill(-hook.pid!, 'SIGINT');

  expect(await once(hook, 'exit')).toEqual([130, null]);
  expect(Buffer.concat(output).toString()).toBe('');
});

// A process tells which files it has open in /proc only.
test.skipIf(process.platform !== 'linux')('^C answers 130 in the middle of a large file, with no report', async () => {
  using repository = new TemporaryRepository();
  repository.commit(BASE);
  const large = join(repository.root, 'fixtures/event/large.ndjson');
  // Longer to read than it takes to see that it is open.
  repository.write('fixtures/event/large.ndjson', `${GOOD.trim()}\n`.repeat(6_000_000));
  const program = bundleProgram(repository.folder);
  const options = { cwd: repository.root, env: repository.environment };
  const run = spawn(process.execPath, [program, '--no-cache', '--threads', '1', large], options);
  const output: Buffer[] = [];
  run.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const isOpen = (): boolean =>
    readdirSync(`/proc/${run.pid}/fd`).some((fd) => {
      try {
        return readlinkSync(`/proc/${run.pid}/fd/${fd}`).endsWith('/large.ndjson');
      } catch {
        return false;
      }
    });
  await vi.waitUntil(isOpen, { timeout: 20_000, interval: 5 });
  run.kill('SIGINT');

  expect(await once(run, 'exit')).toEqual([130, null]);
  expect(Buffer.concat(output).toString()).toBe('');
});
