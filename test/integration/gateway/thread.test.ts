import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { GatewaySetting } from '../../support/gateway/setting.ts';
import { KEY } from '../../support/gateway/user-events.ts';
import { machineEnvironment } from '../../support/machine-environment.ts';
import { runCommand } from '../../support/run-command.ts';

const setting = new GatewaySetting();

/**
 * What a process of its own prints, in which the thread of the blocking client does something else when it is to fetch. In the
 * script, `cg` is the client, `mend` makes later threads as they were, and `told` says what comes of a call.
 */
function outcomeOf(fetch: string, script: string): unknown {
  const worker = join(setting.libraryFolder, 'blocking/worker.js');
  const original = readFileSync(worker, 'utf8');
  const text = `
    import { copyFileSync } from 'node:fs';
    import { Client } from ${JSON.stringify(pathToFileURL(join(setting.libraryFolder, 'client.js')).href)};
    const cg = new Client({ baseUrl: ${JSON.stringify(setting.gateway.url)}, apiKey: ${JSON.stringify(KEY)} });
    const mend = () => copyFileSync(${JSON.stringify(`${worker}.original`)}, ${JSON.stringify(worker)});
    const told = (call) => {
      try {
        return typeof call().total_events;
      } catch ({ name, code, message }) {
        return { name, code, message };
      }
    };
    console.log(JSON.stringify(${script}));`;
  try {
    writeFileSync(`${worker}.original`, original);
    writeFileSync(worker, `const real = fetch;\nglobalThis.fetch = ${fetch};\n${original}`);
    const args = ['--input-type=module', '--eval', text];
    const { stdout, stderr } = runCommand(process.execPath, args, {
      cwd: setting.libraryFolder,
      environment: machineEnvironment(),
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  } finally {
    writeFileSync(worker, original);
  }
}

const never = 'return new Promise(() => {});';

it.each([
  ['ends', '() => process.exit(3)'],
  ['throws where nothing catches', `() => { setTimeout(() => { throw new Error('x'); }); ${never} }`],
  ['rejects where nothing catches', `() => { void Promise.reject(new Error('x')); ${never} }`],
  ['cannot do anything else', '() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
])('a thread that %s is a failed connection, and the next call has another', (_, fetch) => {
  const outcome = outcomeOf(fetch, '[told(() => cg.stats({ timeoutMs: 200 })), mend(), told(() => cg.stats())]');
  const message = expect.stringMatching(/^the gateway at \S+ could not be asked: the thread that sends has /) as string;
  expect(outcome).toEqual([{ name: 'ConnectionError', code: 'THREAD_ENDED', message }, null, 'number']);
});

it('a thread that ends between two calls is not missed', () => {
  const fetch =
    'async (...all) => { const response = await real(...all); setTimeout(process.exit, 1000, 0); return response; }';
  const pause = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)';
  const outcome = outcomeOf(fetch, `[told(() => cg.stats()), ${pause}, told(() => cg.stats())]`);
  expect(outcome).toEqual(['number', 'timed-out', 'number']);
});
