import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it } from 'vitest';
import type { AsyncClient } from '../../../src/client.ts';
import { GatewaySetting, rejection } from '../../support/gateway/setting.ts';
import { bad, good, ids } from '../../support/gateway/user-events.ts';

const setting = new GatewaySetting();
beforeEach(() => setting.gateway.requests());

const client = (options = {}): AsyncClient => setting.client('AsyncClient', options) as AsyncClient;

it('streams events as they come', async () => {
  async function* events() {
    for (const event of [good, bad, good]) {
      await new Promise((resolve) => setImmediate(resolve));
      yield event;
    }
  }
  const { status, response } = await client().bulkIngest({ contractId: ids.events, stream: events() });
  expect([status, response.total, response.failed]).toEqual([207, 3, 1]);
  const [request] = await setting.gateway.requests();
  expect(request?.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'transfer-encoding': 'chunked' });
  expect(request?.body).toBe(`${[good, bad, good].map((event) => JSON.stringify(event)).join('\n')}\n`);
});

it('asks for no more events than the gateway reads', async () => {
  // Reads nothing until it is told to.
  let start = (): void => {};
  let bytes = 0;
  const server = createServer((request, response) => {
    request.pause();
    start = () => {
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.resume();
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"total":0,"passed":0,"failed":0,"results":[]}');
      });
    };
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const event = { text: 'x'.repeat(100_000) };
  let made = 0;
  function* events() {
    for (; made < 1000; made++) yield event;
  }
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = client({ baseUrl }).bulkIngest({ contractId: ids.events, stream: events() });
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
  for (let before = -1; before < 1 || before < made; await pause()) before = made;
  // What the sockets and the pipes between hold, and not the 100 MB.
  expect(made).toBeLessThan(300);
  start();
  await answer;
  expect(made).toBe(1000);
  expect(bytes).toBeGreaterThan(100_000_000);
  await new Promise((resolve) => void server.close(resolve));
});

it('gives back the error of whoever makes the events, and leaves the gateway with half a request', async () => {
  const own = new Error('the database went away');
  async function* events() {
    yield good;
    await new Promise((resolve) => setImmediate(resolve));
    throw own;
  }
  expect(await rejection(() => client().bulkIngest({ contractId: ids.events, stream: events() }))).toBe(own);
  await expect
    .poll(async () => (await setting.gateway.requests()).map(({ cutAt }) => typeof cutAt))
    .toEqual(['number']);
  const notJson = await rejection(() => client().bulkIngest({ contractId: ids.events, stream: [good, undefined] }));
  expect(notJson).toMatchObject({ name: 'ContractGateError', message: 'undefined is not JSON' });
});

it('stops asking for events when the gateway has answered before the end', async () => {
  let isStopped = false;
  let made = 0;
  async function* events() {
    try {
      for (; made < 100_000; made++) {
        await new Promise((resolve) => setImmediate(resolve));
        yield { text: 'x'.repeat(1000) };
      }
    } finally {
      isStopped = true;
    }
  }
  const headers = { 'content-type': 'application/json', 'x-early': 'true' };
  await setting.gateway.fail({ kind: 'answer', status: 413, headers, text: '{"error":"too large"}' });
  const error = await rejection(() => client().bulkIngest({ contractId: ids.events, stream: events() }));
  expect(error).toMatchObject({ status: 413, message: 'too large (HTTP 413)' });
  await expect.poll(() => isStopped).toBe(true);
  expect(made).toBeLessThan(100_000);
});

it('ends with the reason of a signal: before, during, and in the middle of the answer', async () => {
  const reason = new Error('enough');
  expect(await rejection(() => client().stats({ signal: AbortSignal.abort(reason) }))).toBe(reason);
  expect(await setting.gateway.requests()).toEqual([]);
  for (const kind of ['silence', 'slow-body'] as const) {
    await setting.gateway.fail({ kind });
    const controller = new AbortController();
    const call = rejection(() => client().stats({ signal: controller.signal }));
    await expect.poll(() => setting.gateway.requests()).toHaveLength(1);
    controller.abort(reason);
    expect(await call).toBe(reason);
  }
  const timeout = await rejection(async () => {
    await setting.gateway.fail({ kind: 'silence' });
    return client().stats({ signal: AbortSignal.timeout(50) });
  });
  expect(timeout).toMatchObject({ name: 'TimeoutError' });
});

it('ends what is under way when it is closed, by hand or by `await using`', async () => {
  await setting.gateway.fail({ kind: 'silence' });
  let pending: Promise<unknown>;
  {
    await using cg = client();
    pending = rejection(() => cg.stats());
    await expect.poll(() => setting.gateway.requests()).toHaveLength(1);
  }
  expect(await pending).toMatchObject({ name: 'ConnectionError', code: 'CLOSED' });
});

it('ends what waits for its turn as soon as that is wanted', async () => {
  await setting.gateway.fail({ kind: 'silence' });
  const cg = client({ maxConnections: 1 });
  const first = rejection(() => cg.stats());
  const reason = new Error('enough');
  const controller = new AbortController();
  const second = rejection(() => cg.stats({ signal: controller.signal }));
  const third = rejection(() => cg.stats());
  await expect.poll(() => setting.gateway.requests()).toHaveLength(1);
  controller.abort(reason);
  expect(await second).toBe(reason);
  await cg.close();
  expect(await Promise.all([first, third])).toMatchObject([{ code: 'CLOSED' }, { code: 'CLOSED' }]);
  expect(await setting.gateway.requests()).toEqual([]);
});

it('goes through a fetch of the user, which is asked once', async () => {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = (url, init) => {
    urls.push(url instanceof Request ? url.url : url.toString());
    return globalThis.fetch(url, init);
  };
  await client({ fetch }).stats();
  expect(urls).toEqual([`${setting.gateway.url}/stats`]);
});

it('a blocking client takes only what is there already', async () => {
  async function* events() {
    yield good;
  }
  const cg = setting.client('Client');
  const error = await rejection(() => cg.bulkIngest({ contractId: ids.events, stream: events() }));
  expect(error).toMatchObject({ name: 'ContractGateError', message: expect.stringContaining('use AsyncClient') });
});
