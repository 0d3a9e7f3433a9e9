import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
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

/** A process tells which files it has open in /proc only. */
function hasOpen(pid: number | undefined, name: string): boolean {
  return readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).endsWith(`/${name}`);
    } catch {
      return false;
    }
  });
}

describe.skipIf(process.platform !== 'linux')(
  '^C in the middle of a large file ends the program, with no report:',
  () => {
    async function interrupted(name: string, content: string, isUnderWay: (pid: number | undefined) => Promise<void>) {
      using repository = new TemporaryRepository();
      repository.commit(BASE);
      const path = `fixtures/event/${name}`;
      // Longer to read than it takes to see that it is open.
      repository.write(path, content);
      const program = bundleProgram(repository.folder);
      const options = { cwd: repository.root, env: repository.environment };
      const run = spawn(process.execPath, [program, '--no-cache', '--threads', '1', path], options);
      const output: Buffer[] = [];
      run.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      await isUnderWay(run.pid);
      run.kill('SIGINT');
      const end = await once(run, 'exit');
      expect(Buffer.concat(output).toString()).toBe('');
      return end;
    }
    const soon = { timeout: 20_000, interval: 5 };

    test('NDJSON, with 130', async () => {
      const name = 'large.ndjson';
      const end = await interrupted(name, `${GOOD.trim()}\n`.repeat(6_000_000), async (pid) => {
        await vi.waitUntil(() => hasOpen(pid, name), soon);
      });
      expect(end).toEqual([130, null]);
    });

    // It is parsed in one step, in which no program is told of a signal: the signal itself ends it, and a shell says 130.
    test('JSON, by the signal', async () => {
      const name = 'large.json';
      const end = await interrupted(name, `[${`${GOOD.trim()},\n`.repeat(5_000_000)}${GOOD.trim()}]`, async (pid) => {
        await vi.waitUntil(() => hasOpen(pid, name), soon);
        await vi.waitUntil(() => !hasOpen(pid, name), soon);
      });
      expect(end).toEqual([null, 'SIGINT']);
    });
  },
);
