import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../support/gateway/faults.ts';
import { GatewaySetting, kinds, rejection } from '../../support/gateway/setting.ts';
import { KEY, good, ids } from '../../support/gateway/user-events.ts';
import { machineEnvironment } from '../../support/machine-environment.ts';
import { runCommand } from '../../support/run-command.ts';

const setting = new GatewaySetting();
beforeEach(() => setting.gateway.requests());

/** Self-signed, for 127.0.0.1, and of use nowhere else. */
const tls = {
  key: join(import.meta.dirname, '../../support/gateway/loopback-test-only.key.pem'),
  cert: join(import.meta.dirname, '../../support/gateway/loopback-test-only.crt.pem'),
};

const json = { 'content-type': 'application/json' };

describe.each(kinds)('%s', (kind) => {
  const failing = async (fault: Fault, options = {}): Promise<unknown> => {
    await setting.gateway.fail(fault);
    return rejection(() => setting.client(kind, options).stats());
  };

  it.each([false, true])('a body that is cut off is no answer (chunked: %s)', async (chunked) => {
    const error = await failing({ kind: 'truncated', chunked });
    expect(error).toBeInstanceOf(setting.library.ConnectionError);
    expect(error).toMatchObject({ code: expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/) });
    expect(error).toMatchObject({
      message: expect.stringContaining(`the gateway at ${setting.gateway.url} could not be asked`),
    });
  });

  it('a body that was cut off where nothing tells its length is not JSON', async () => {
    const error = await failing({ kind: 'answer', status: 200, headers: json, text: '{"total_events":1' });
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 200, body: '{"total_events":1' });
    expect(error).toMatchObject({ message: expect.stringContaining('not JSON, or was cut off') });
  });

  it.each(['silence', 'slow-body'] as const)('time runs out: %s', async (fault) => {
    const error = await failing({ kind: fault }, { timeoutMs: 150 });
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'TIMEOUT' });
    expect(error).toMatchObject({ message: expect.stringContaining('no whole answer within 150 ms') });
  });

  it('a call has its own time', async () => {
    await setting.gateway.fail({ kind: 'silence' });
    const error = await rejection(() => setting.client(kind).stats({ timeoutMs: 100 }));
    expect(error).toMatchObject({ code: 'TIMEOUT' });
  });

  it('a connection that is cut', async () => {
    expect(await failing({ kind: 'reset' })).toMatchObject({ name: 'ConnectionError', code: 'UND_ERR_SOCKET' });
  });

  it('nobody there', async () => {
    const server = createServer();
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => void server.close(done));
    const error = await rejection(() => setting.client(kind, { baseUrl: `http://127.0.0.1:${port}/` }).stats());
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'ECONNREFUSED' });
    expect(error).toMatchObject({
      message: `the gateway at http://127.0.0.1:${port} could not be asked: connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it('a port that fetch never connects to', async () => {
    const error = await rejection(() => setting.client(kind, { baseUrl: 'http://127.0.0.1:1' }).stats());
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'BAD_PORT' });
    expect(error).toMatchObject({
      message: expect.stringContaining(
        'the gateway at http://127.0.0.1:1 could not be asked: fetch connects to no port ',
      ),
    });
  });

  it.each([
    ['as it comes', { kind: 'large', bytes: 50_000, packed: false }],
    ['packed into less', { kind: 'large', bytes: 50_000, packed: true }],
    [
      'announced',
      { kind: 'answer', status: 200, headers: { ...json, 'content-length': '50000' }, text: `{${' '.repeat(49_998)}}` },
    ],
  ] as const)('an answer over the limit: %s', async (_, fault) => {
    const error = await failing(fault, { maxResponseBytes: 10_000 });
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'RESPONSE_TOO_LARGE' });
    expect(error).toMatchObject({ message: expect.stringContaining('larger than 10000 bytes') });
    // And within the limit it is fine, packed or not.
    if (fault.kind !== 'large') return;
    await setting.gateway.fail(fault);
    expect(await setting.client(kind).stats()).toMatchObject({ total_events: 1 });
  });

  it.each([
    ['text/html', '<html>Sign in to the network</html>', 'its content type is text/html, not application/json'],
    ['', '{"total_events":1}', 'its content type is missing'],
    ['application/json', '', 'its body is empty'],
    ['application/json', '[]', 'expected an object at the root, got an array'],
    ['application/json', '{"total_events":"1"}', 'expected a number at `total_events`, got string'],
  ])('what no gateway says: %s %s', async (type, text, complaint) => {
    const error = await failing({
      kind: 'answer',
      status: 200,
      headers: type === '' ? {} : { 'content-type': type },
      text,
    });
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 200, body: text });
    expect(error).toMatchObject({
      message: `GET /stats: this is no answer of the gateway (HTTP 200): ${complaint}${type === '' ? ', not application/json' : ''}`,
    });
  });

  it('an answer of the wrong shape names the place', async () => {
    const results = [
      { passed: true, violations: [] },
      { passed: true, violations: [{ field: 'x', kind: 7 }] },
    ];
    const text = JSON.stringify({ total: 2, passed: 2, failed: 0, results });
    await setting.gateway.fail({ kind: 'answer', status: 200, headers: json, text });
    const error = await rejection(() => setting.client(kind).ingest({ contractId: ids.events, events: [good] }));
    expect(error).toMatchObject({
      message: expect.stringContaining('a string at `results[1].violations[0].kind`, got number'),
    });
  });

  it('takes any JSON type for JSON', async () => {
    const headers = { 'content-type': 'application/vnd.contractgate+json; charset=utf-8' };
    await setting.gateway.fail({ kind: 'answer', status: 200, headers, text: '{"total_events":3}' });
    expect(await setting.client(kind).stats()).toEqual({ total_events: 3 });
  });

  it.each([301, 302, 307, 308])('the key does not travel to another host: %s', async (status) => {
    await using elsewhere = await setting.start();
    const error = await failing({ kind: 'redirect', status, location: `${elsewhere.url}/stats` });
    expect(error).toMatchObject({ name: 'HTTPError', status });
    expect(error).toMatchObject({ message: expect.stringContaining(`redirects to ${elsewhere.url}: refused`) });
    // Not to another name of the same host either, nor to the same one without TLS.
    await failing({ kind: 'redirect', status, location: elsewhere.url.replace('127.0.0.1', 'localhost') });
    expect(await elsewhere.requests()).toEqual([]);
  });

  it('a GET is sent on within the gateway, but not for ever, and a POST is not', async () => {
    const target = setting.client(kind);
    await setting.gateway.fail({ kind: 'redirect', status: 307, location: '/contracts' });
    expect(await target.listContracts()).toHaveLength(4);
    expect(await failing({ kind: 'redirect', status: 302, location: 'http://[' })).toMatchObject({
      message: 'the gateway redirects to something that is no URL',
    });
    await setting.gateway.fail({ kind: 'redirect', status: 302, location: '/stats' }, 6);
    expect(await rejection(() => target.stats())).toMatchObject({ message: 'the gateway redirects in a circle' });
    await setting.gateway.requests();
    await setting.gateway.fail({ kind: 'redirect', status: 308, location: `/ingest/${ids.events}/` });
    const error = await rejection(() => target.ingest({ contractId: ids.events, events: [good] }));
    expect(error).toMatchObject({ status: 308, message: expect.stringContaining('a POST is not sent twice') });
    expect(await setting.gateway.requests()).toHaveLength(1);
  });

  it('HTTPS with a certificate that nobody vouches for', async () => {
    await using secure = await setting.start(undefined, tls);
    const error = await rejection(() => setting.client(kind, { baseUrl: secure.url }).stats());
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(error).toMatchObject({ message: expect.stringContaining('self-signed certificate') });
    expect(await secure.requests()).toEqual([]);
  });

  it('HTTPS with a certificate that Node was told of: the same answers as over HTTP', async () => {
    await using secure = await setting.start(undefined, tls);
    await using open = await setting.start();
    const script = join(setting.libraryFolder, `calls-${kind}.mjs`);
    writeFileSync(
      script,
      `import { ${kind} } from './client.js';
       const cg = new ${kind}({ baseUrl: process.argv[2], apiKey: '${KEY}' });
       const contractId = '${ids.events}';
       const events = [${JSON.stringify(good)}, { user_id: 1 }];
       const answers = [
         await cg.ingest({ contractId, events }),
         await cg.ingest({ contractId: '${ids.envelope}', events: { data: [{ id: 1 }] } }),
         (await cg.bulkIngest({ contractId, stream: events, dryRun: true })).status,
         await cg.listContracts(),
         await cg.getLatestStable(contractId),
         (await cg.stats()).total_events,
       ];
       for await (const { raw_event, passed } of cg.auditEntries({ limit: 1 })) answers.push([raw_event, passed]);
       try { await cg.getContract('${ids.unknown}'); } catch (error) { answers.push([error.name, error.message]); }
       console.log(JSON.stringify(answers));`,
    );
    const environment = { ...machineEnvironment(), NODE_EXTRA_CA_CERTS: tls.cert };
    const answers = [secure, open].map(({ url }) =>
      runCommand(process.execPath, [script, url], { cwd: setting.libraryFolder, environment }),
    );
    expect(answers[0]).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(answers[0]!.stdout)).toHaveLength(9);
    expect(answers[0]).toEqual(answers[1]);
    expect((await secure.requests()).length).toBeGreaterThan(8);
  });

  it('a base URL with a path keeps it', async () => {
    await setting.gateway.fail({ kind: 'answer', status: 200, headers: json, text: '{"total_events":3}' });
    await setting.client(kind, { baseUrl: `${setting.gateway.url}/gate/way//` }).stats();
    expect((await setting.gateway.requests()).map(({ url }) => url)).toEqual(['/gate/way/stats']);
  });

  it.each(['', '.', '..'])('an id that would lead elsewhere is refused: %j', async (id) => {
    for (const call of [
      () => setting.client(kind).getContract(id),
      () => setting.client(kind).getVersion(ids.events, id),
      () => setting.client(kind).ingest({ contractId: id, events: [good] }),
    ]) {
      expect(await rejection(call)).toMatchObject({ name: 'ContractGateError' });
    }
    expect(await setting.gateway.requests()).toEqual([]);
    await rejection(() => setting.client(kind).getContract('../stats?x#y/é'));
    expect((await setting.gateway.requests()).map(({ url }) => url)).toEqual([
      '/contracts/..%2Fstats%3Fx%23y%2F%C3%A9',
    ]);
  });

  it('what is not JSON is refused', async () => {
    const loop: unknown[] = [];
    loop.push(loop);
    for (const events of [undefined, () => 1, loop]) {
      const error = await rejection(() => setting.client(kind).ingest({ contractId: ids.events, events }));
      expect(error).toMatchObject({ name: 'ContractGateError' });
    }
  });

  it('a closed client sends nothing', async () => {
    const cg = setting.client(kind);
    await cg.close();
    expect(await rejection(() => cg.stats())).toMatchObject({ name: 'ConnectionError', code: 'CLOSED' });
    expect(await setting.gateway.requests()).toEqual([]);
  });
});
