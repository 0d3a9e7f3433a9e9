import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { GatewaySetting } from '../../support/gateway/setting.ts';
import { KEY, ids } from '../../support/gateway/user-events.ts';
import { machineEnvironment } from '../../support/machine-environment.ts';
import { runCommand } from '../../support/run-command.ts';

const setting = new GatewaySetting();
beforeEach(() => setting.gateway.requests());

/** What a script prints as JSON, in a process of its own, which has to come to its end by itself. */
function runScript(text: string): unknown {
  const script = join(setting.libraryFolder, 'load.mjs');
  writeFileSync(
    script,
    `import { AsyncClient, Client } from './client.js';
     import process from 'node:process';
     const options = { baseUrl: '${setting.gateway.url}', apiKey: '${KEY}' };
     const contractId = '${ids.events}';
     const event = (index) => ({ user_id: index % 10 === 0 ? 'U!' + index : 'u' + index, event_type: 'click', timestamp: index });
     const mixedUp = (answer, index) => {
       const [result] = answer.results;
       return answer.total !== 1 || result.transformed_event.timestamp !== index || result.passed !== (index % 10 !== 0);
     };
     // The pool of the global fetch keeps idle connections for a moment; they do not keep the process.
     const known = /^(TTYWrap|PipeWrap|FSReqCallback|CloseReq|TCPSocketWrap)$/;
     const handles = async () => {
       await new Promise((resolve) => setTimeout(resolve, 100));
       return process.getActiveResourcesInfo().filter((name) => !known.test(name));
     };
     ${text}`,
  );
  const { exitCode, stdout, output } = runCommand(process.execPath, [script], {
    cwd: setting.libraryFolder,
    environment: machineEnvironment(),
  });
  expect(exitCode, output).toBe(0);
  return JSON.parse(stdout);
}

/** Each once, whatever the order. */
async function arrived(): Promise<number[]> {
  const bodies = (await setting.gateway.requests()).map(({ body }) => JSON.parse(body) as { timestamp: number });
  return bodies.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
}

it('1,000 ingests at once through AsyncClient: none lost, none mixed up, nothing left behind', async () => {
  const outcome = runScript(`
    const before = await handles();
    const cg = new AsyncClient(options);
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => cg.ingest({ contractId, events: event(index) })));
    await cg.close();
    console.log(JSON.stringify({ answers: answers.length, mixedUp: answers.filter(mixedUp).length, before, after: await handles() }));
  `);
  expect(outcome).toEqual({ answers: 1000, mixedUp: 0, before: [], after: [] });
  expect(await arrived()).toEqual(Array.from({ length: 1000 }, (_, index) => index));
});

it('100 ingests through as many Clients: none lost, none mixed up, one thread for all', async () => {
  const outcome = runScript(`
    const threads = [];
    process.on('worker', (worker) => threads.push(worker));
    const before = await handles();
    const answers = Array.from({ length: 100 }, (_, index) => new Client(options).ingest({ contractId, events: event(index) }));
    console.log(JSON.stringify({ answers: answers.length, mixedUp: answers.filter(mixedUp).length, before, after: await handles(), threads: threads.length }));
  `);
  expect(outcome).toEqual({ answers: 100, mixedUp: 0, before: [], after: [], threads: 1 });
  expect(await arrived()).toEqual(Array.from({ length: 100 }, (_, index) => index));
});

it('both at once in one process', async () => {
  const outcome = runScript(`
    const cg = new AsyncClient(options);
    const pending = Array.from({ length: 100 }, (_, index) => cg.ingest({ contractId, events: event(index) }));
    const blocking = Array.from({ length: 20 }, (_, index) => new Client(options).ingest({ contractId, events: event(index + 100) }));
    const answers = [...(await Promise.all(pending)), ...blocking];
    console.log(JSON.stringify({ answers: answers.length, mixedUp: answers.filter(mixedUp).length }));
  `);
  expect(outcome).toEqual({ answers: 120, mixedUp: 0 });
  expect(await arrived()).toHaveLength(120);
});

it('no more connections at a time than asked for', async () => {
  const outcome = runScript(`
    let now = 0, most = 0;
    const counting = async (...request) => {
      most = Math.max(most, ++now);
      try { return await fetch(...request); } finally { now--; }
    };
    const cg = new AsyncClient({ ...options, maxConnections: 7, fetch: counting });
    await Promise.all(Array.from({ length: 50 }, (_, index) => cg.ingest({ contractId, events: event(index) })));
    console.log(JSON.stringify(most));
  `);
  expect(outcome).toBe(7);
});
