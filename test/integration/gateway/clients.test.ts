import { beforeEach, describe, expect, it } from 'vitest';
import type { AsyncClientOptions } from '../../../src/client.ts';
import { GatewaySetting, kinds, rejection } from '../../support/gateway/setting.ts';
import type { Either } from '../../support/gateway/setting.ts';
import { KEY, bad, good, ids, state, userEvents } from '../../support/gateway/user-events.ts';

const setting = new GatewaySetting({ ...state, rateLimit: 1e6 });
beforeEach(() => setting.gateway.requests());

describe.each(kinds)('%s', (kind) => {
  const client = (options: Partial<AsyncClientOptions> = {}): Either => setting.client(kind, options);

  it('sends what the gateway wants to know, and no more', async () => {
    await client({ orgId: 'org-1' }).ingest({ contractId: ids.events, events: [good], version: '1.0', dryRun: true });
    const [request] = await setting.gateway.requests();
    expect(request).toMatchObject({
      method: 'POST',
      url: `/ingest/${ids.events}?dry_run=true`,
      body: JSON.stringify([good]),
    });
    expect(request?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^contractgate-hook\/\d/),
      'x-api-key': KEY,
      'x-contract-version': '1.0',
      'x-org-id': 'org-1',
    });
    await rejection(() => client({ apiKey: '', orgId: undefined }).stats());
    const [without] = await setting.gateway.requests();
    expect(without).toMatchObject({ method: 'GET', url: '/stats', body: '' });
    expect(Object.keys(without?.headers ?? {})).not.toEqual(expect.arrayContaining([expect.stringMatching(/^x-/)]));
  });

  it.each<[object | undefined, string]>([
    [{ baseURL: 'http://x' }, 'has no option baseURL; did you mean baseUrl?'],
    [{ api_key: 'x' }, 'has no option api_key; did you mean apiKey?'],
    [{ timeout: 30 }, 'has no option timeout; did you mean timeoutMs?'],
    [{ retries: 3 }, 'has no option retries; the options are baseUrl, apiKey, orgId, timeoutMs, maxResponseBytes'],
    [{ timeoutMs: '5' }, 'timeoutMs has to be a positive number'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs has to be a positive number'],
    [undefined, 'takes an object of options'],
  ])('is not made with %j', (options, words) => {
    const make = (): unknown =>
      new setting.library[kind]((options && { baseUrl: 'http://127.0.0.1', ...options }) as AsyncClientOptions);
    expect(make).toThrow(setting.library.ContractGateError);
    expect(make).toThrow(words);
  });

  it('refuses what is no option of a call, before anything is sent', async () => {
    const cg = client() as unknown as Record<string, (...args: unknown[]) => unknown>;
    const cases: readonly (readonly [call: string, args: readonly unknown[], words: string])[] = [
      [
        'ingest',
        [{ contractId: ids.events, events: [good], dry_run: true }],
        'ingest has no option dry_run; did you mean dryRun?',
      ],
      [
        'ingest',
        [{ contract_id: ids.events, events: [good] }],
        'ingest has no option contract_id; did you mean contractId?',
      ],
      [
        'bulkIngest',
        [{ contractId: ids.events, events: [good], idempotency_key: 'x' }],
        'did you mean idempotencyKey?',
      ],
      ['audit', [{ contract: ids.events }], 'audit has no option contract; did you mean contractId?'],
      ['stats', [{ timeout: 5 }], 'stats has no option timeout; did you mean timeoutMs?'],
      ['getContract', [undefined], 'an id or version has to be a text, got undefined'],
      ['getVersion', [ids.events, 1.1], 'an id or version has to be a text, got number'],
      ['ingest', [], 'ingest takes an object of options'],
      ['playgroundValidate', [{ yaml_content: '', event: {} }], 'did you mean yamlContent?'],
    ];
    for (const [call, args, words] of cases) {
      const error = await rejection(() => cg[call]?.(...args));
      expect(error).toMatchObject({ name: 'ContractGateError', message: expect.stringContaining(words) as string });
    }
    expect(await setting.gateway.requests()).toEqual([]);
    expect(await client().stats({ timeoutMs: undefined })).toBeDefined();
  });

  it('200: every event passes', async () => {
    const result = await client().ingest({ contractId: ids.events, events: [good, good] });
    expect(result).toMatchObject({ total: 2, passed: 2, failed: 0, dry_run: false, atomic: false });
    expect(result).toMatchObject({ resolved_version: '1.1', version_pin_source: 'default_stable' });
    expect(result.results).toHaveLength(2);
    expect(result.results?.[0]).toMatchObject({
      passed: true,
      violations: [],
      forwarded: true,
      contract_version: '1.1',
    });
  });

  it('207: some pass', async () => {
    const result = await client().ingest({ contractId: ids.events, events: [good, bad] });
    expect(result).toMatchObject({ total: 2, passed: 1, failed: 1 });
    expect(result.results?.[1]).toMatchObject({
      passed: false,
      forwarded: false,
      violations: [
        {
          field: 'user_id',
          kind: 'pattern_mismatch',
          message: `Field 'user_id' value "Alice!" does not match required pattern`,
        },
      ],
    });
  });

  it('422 with every result: none passes, or `atomic` and not all; a result all the same', async () => {
    expect(await client().ingest({ contractId: ids.events, events: bad })).toMatchObject({ total: 1, failed: 1 });
    const atomic = await client().ingest({ contractId: ids.events, events: [good, bad], atomic: true });
    expect(atomic).toMatchObject({ atomic: true, passed: 1, failed: 1 });
    expect(atomic.results?.map(({ forwarded }) => forwarded)).toEqual([false, false]);
  });

  it('keeps the version that matched, whichever was asked for', async () => {
    const events = [good, { ...good, event_type: 'legacy' }];
    const { results } = await client().ingest({ contractId: ids.fallback, events });
    expect(results?.map(({ passed, contract_version }) => [passed, contract_version])).toEqual([
      [true, '2.0'],
      [true, '1.0'],
    ]);
    const inPath = await client().ingest({ contractId: `${ids.events}@1.0`, events: [good] });
    expect(inPath).toMatchObject({ resolved_version: '1.0', version_pin_source: 'path' });
  });

  it('shows what was stored', async () => {
    const { results } = await client().ingest({
      contractId: ids.events,
      events: [{ ...good, email: 'a@example.com' }],
    });
    expect(results?.[0]?.transformed_event).toEqual({ ...good, email: '<REDACTED>' });
  });

  it('has a type of its own for the answer to an envelope', async () => {
    const events = { data: [{ id: 'a' }, { id: 1 }] };
    const answer = await client().ingest({ contractId: ids.envelope, events });
    expect(answer.results).toBeUndefined();
    expect(answer).toMatchObject({
      passed: 1,
      quarantined: 1,
      violations: [{ record_index: 1, kind: 'type_mismatch' }],
    });
  });

  it('sends numbers as they are, and gives them back so', async () => {
    const big = 9007199254740993n;
    const sent = await client().ingest({ contractId: ids.events, events: [{ ...good, timestamp: big }] });
    expect(sent.results?.[0]?.transformed_event).toMatchObject({ timestamp: big });
    const text = `[{"user_id":"a","event_type":"view","timestamp":1.0,"amount":1.0}]`;
    for (const json of [text, new TextEncoder().encode(text)]) {
      const { results } = await client().ingest({ contractId: ids.events, json });
      expect(results?.[0]?.violations.map(({ message }) => message)).toEqual([
        `Field 'timestamp' expected type Integer, got float`,
      ]);
      // A float stays a number of JavaScript's.
      expect(results?.[0]?.transformed_event).toMatchObject({ timestamp: 1, amount: 1 });
    }
    const [, first] = await setting.gateway.requests();
    expect(first?.body).toBe(text);
  });

  it('keeps kinds and keys that it does not know', async () => {
    const violation = { field: 'x', kind: 'sentience_violation', message: 'm', severity: 3 };
    const result = { passed: false, violations: [violation], contract_version: '9', novel: [1] };
    const body = { total: 1, passed: 0, failed: 1, results: [result], another: null };
    await setting.gateway.fail(answer(207, JSON.stringify(body)));
    expect(await client().ingest({ contractId: ids.events, events: [good] })).toEqual(body);
  });

  it('reads contracts and their versions', async () => {
    const cg = client();
    const contracts = await cg.listContracts();
    expect(contracts.map(({ name, latest_stable_version }) => [name, latest_stable_version])).toEqual([
      ['user_events', '1.1'],
      ['listings', '1.0'],
      ['draft', null],
      ['fallback', '2.0'],
    ]);
    expect(await cg.getContract(ids.events)).toMatchObject({ id: ids.events, name: 'user_events', version_count: 4 });
    const versions = await cg.listVersions(ids.events);
    expect(versions.map(({ version, state: is }) => `${version} ${is}`)).toEqual([
      '0.9 deprecated',
      '1.0 stable',
      '1.1 stable',
      '2.0 draft',
    ]);
    expect(await cg.getVersion(ids.events, '0.9')).toMatchObject({
      state: 'deprecated',
      yaml_content: userEvents('0.9'),
    });
    expect(await cg.getLatestStable(ids.events)).toMatchObject({ version: '1.1', yaml_content: userEvents('1.1') });
  });

  it('reads counts, the audit log and the quarantine', async () => {
    const cg = client();
    await cg.ingest({ contractId: ids.events, events: [good, bad] });
    expect(await cg.stats()).toMatchObject({ total_events: expect.any(Number), pass_rate: expect.any(Number) });
    const [latest] = await cg.audit({ contractId: ids.events, limit: 1 });
    expect(latest).toMatchObject({ passed: false, contract_version: '1.1', raw_event: bad });
    const [quarantined] = await cg.quarantine({ contractId: ids.events, limit: 1 });
    expect(quarantined).toMatchObject({ violation_count: 1, raw_event: bad, replay_count: 0 });
    const replayed = await cg.replayQuarantined({ eventIds: [quarantined!.id] });
    expect(replayed).toMatchObject({ replayed: 1, outcomes: [{ event_id: quarantined!.id, passed: true }] });
    expect(await cg.replayHistory(quarantined!.id)).toEqual([]);
    const urls = (await setting.gateway.requests()).map(({ url }) => url);
    expect(urls).toContain(`/audit?limit=1&offset=0&contract_id=${ids.events}`);
  });

  it('asks the playground, which stores nothing', async () => {
    const yamlContent = userEvents('1.1');
    expect(await client().playgroundValidate({ yamlContent, event: good })).toMatchObject({
      passed: true,
      violations: [],
    });
    const eventJson = '{"user_id":"a","event_type":"click","timestamp":1e2}';
    const verdict = await client().playgroundValidate({ yamlContent, eventJson });
    expect(verdict.violations.map(({ field, kind: is }) => [field, is])).toEqual([['timestamp', 'type_mismatch']]);
    for (const broken of ['{}, "yaml_content": "x"', '1}', '']) {
      const error = await rejection(() => client().playgroundValidate({ yamlContent, eventJson: broken }));
      expect(error).toMatchObject({ name: 'ContractGateError', message: 'eventJson is not JSON' });
    }
  });

  it('sends bulks as JSON and NDJSON, with what the headers say', async () => {
    const cg = client();
    const asJson = await cg.bulkIngest({ contractId: ids.events, events: [good, bad], version: '1.0' });
    expect(asJson).toMatchObject({
      status: 207,
      idempotencyReplay: false,
      rateLimit: { limit: 1e6, reset: 1767323045 },
    });
    expect(asJson.response).toMatchObject({ total: 2, resolved_version: '1.0', version_pin_source: 'query_param' });
    expect(asJson.response.results.map(({ index, quarantine_id }) => [index, typeof quarantine_id])).toEqual([
      [0, 'object'],
      [1, 'string'],
    ]);
    const ndjson = `${JSON.stringify(good)}\n\n${JSON.stringify(bad)}\n`;
    const asText = await cg.bulkIngest({ contractId: ids.events, ndjson, dryRun: true });
    expect(asText.response).toMatchObject({ total: 2, failed: 1, dry_run: true });
    const inPieces = await cg.bulkIngest({
      contractId: ids.events,
      ndjson: [ndjson.slice(0, 9), Buffer.from(ndjson.slice(9))],
    });
    expect(inPieces.response.total).toBe(2);
    const streamed = await cg.bulkIngest({
      contractId: ids.events,
      stream: new Set([good, { ...good, timestamp: 2n ** 60n }]),
    });
    expect(streamed).toMatchObject({ status: 200, response: { total: 2 } });
    const requests = await setting.gateway.requests();
    expect(requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      ...Array(3).fill('application/x-ndjson'),
    ]);
    expect(requests.at(-1)?.body).toBe(
      `${JSON.stringify(good)}\n{"event_type":"click","timestamp":1152921504606846976,"user_id":"alice_01"}\n`,
    );
  });

  it('is answered once for each idempotency key', async () => {
    const cg = client();
    const idempotencyKey = `${kind}-1`;
    const first = await cg.bulkIngest({ contractId: ids.events, events: [good], idempotencyKey });
    const again = await cg.bulkIngest({ contractId: ids.events, events: [good], idempotencyKey });
    expect([first.idempotencyReplay, again.idempotencyReplay]).toEqual([false, true]);
    const other = await rejection(() => cg.bulkIngest({ contractId: ids.events, events: [bad], idempotencyKey }));
    expect(other).toBeInstanceOf(setting.library.ValidationFailedError);
    expect(other).toMatchObject({ status: 422, message: expect.stringContaining('idempotency_conflict: A different') });
  });

  it('walks through the audit log and the quarantine, whatever the size of a page and whatever comes in meanwhile', async () => {
    await using small = await setting.start({ ...state, auditRows: 1201 });
    const cg = client({ baseUrl: small.url });
    const entries: string[] = [];
    for await (const entry of cg.auditEntries({ limit: 5000 })) entries.push(entry.id);
    expect(entries).toEqual(Array.from({ length: 1201 }, (_, row) => `row-${row}`));
    const seen: string[] = [];
    for await (const event of cg.quarantinedEvents({ limit: 400, offset: 1 })) {
      // What is quarantined now pushes everything on by one.
      if (seen.length === 10) await cg.ingest({ contractId: ids.events, events: [bad] });
      seen.push(event.id);
    }
    expect(seen).toEqual(Array.from({ length: 1200 }, (_, row) => `row-${row + 1}`));
    const pages = (await small.requests()).filter(({ url }) => url.startsWith('/audit'));
    expect(pages.map(({ url }) => url)).toEqual(
      [0, 500, 1000, 1201].map((offset) => `/audit?limit=500&offset=${offset}`),
    );
  });

  it.each([
    [
      400,
      'BadRequestError',
      'invalid contract_id',
      (cg: Either) => cg.ingest({ contractId: 'nonsense', events: [good] }),
    ],
    [400, 'BadRequestError', 'Empty event batch', (cg: Either) => cg.ingest({ contractId: ids.events, events: [] })],
    [
      400,
      'BadRequestError',
      'maximum is 1000',
      (cg: Either) => cg.ingest({ contractId: ids.events, events: Array(1001).fill(good) }),
    ],
    [400, 'BadRequestError', 'Failed to parse', (cg: Either) => cg.ingest({ contractId: ids.events, json: '[{]' })],
    [404, 'NotFoundError', 'Contract not found', (cg: Either) => cg.getContract(ids.unknown)],
    [
      404,
      'NotFoundError',
      'Version 7',
      (cg: Either) => cg.ingest({ contractId: ids.events, events: [good], version: '7' }),
    ],
    [409, 'ConflictError', 'No stable version', (cg: Either) => cg.ingest({ contractId: ids.draft, events: [good] })],
    [
      413,
      'HTTPError',
      'length limit exceeded',
      (cg: Either) => cg.ingest({ contractId: ids.events, events: ['x'.repeat(2 ** 20)] }),
    ],
    [
      422,
      'ValidationFailedError',
      'deprecated',
      (cg: Either) => cg.ingest({ contractId: ids.events, events: [good], version: '0.9' }),
    ],
    [
      422,
      'ValidationFailedError',
      'Invalid contract YAML',
      (cg: Either) => cg.playgroundValidate({ yamlContent: 'name: x', event: {} }),
    ],
  ])('%s is a %s: %s', async (status, name, message, call) => {
    const error = await rejection(() => call(client()));
    expect(error).toMatchObject({ status, name, message: expect.stringContaining(message) });
    expect(error).toBeInstanceOf(setting.library.HTTPError);
    expect(error).toBeInstanceOf(setting.library.ContractGateError);
  });

  it('has the whole batch in the error where a version is deprecated', async () => {
    const error = await rejection(() => client().ingest({ contractId: ids.events, events: [good], version: '0.9' }));
    expect(error).toMatchObject({
      body: { status: 422, batch: { total: 1, version_pin_source: 'pinned_deprecated' } },
    });
  });

  it.each([
    ['no key', {}, undefined],
    ['a wrong key', {}, 'cg_live_wrong'],
    ['a key for another contract', {}, 'cg_live_scoped'],
  ])('401 is an AuthError: %s', async (_, __, apiKey) => {
    const error = await rejection(() => client({ apiKey }).ingest({ contractId: ids.events, events: [good] }));
    expect(error).toBeInstanceOf(setting.library.AuthError);
    expect(error).toMatchObject({ status: 401, body: { status: 401 } });
  });

  it.each([
    [500, 'ServerError', '{"error":"Database error","status":500}', 'Database error (HTTP 500)'],
    [504, 'ServerError', '<html>bad gateway</html>', 'HTTP 504'],
    [403, 'HTTPError', '{"message":"no"}', 'no (HTTP 403)'],
    [408, 'HTTPError', '', 'HTTP 408'],
    [418, 'HTTPError', '[1]', 'HTTP 418'],
  ])('%s is a %s', async (status, name, text, message) => {
    await setting.gateway.fail(answer(status, text, text.startsWith('<') ? 'text/html' : undefined));
    expect(await rejection(() => client().stats())).toMatchObject({ name, status, message });
  });

  it('429 says how long to wait, and nobody waits', async () => {
    const limited = '{"error":"plan_limit_exceeded","detail":"used up","plan":"free","status":429}';
    const headers = { 'content-type': 'application/json' };
    const fault = { kind: 'answer', status: 429, text: limited } as const;
    await setting.gateway.fail({ ...fault, headers: { ...headers, 'retry-after': '7' } });
    const error = await rejection(() => client().stats());
    expect(error).toMatchObject({ name: 'HTTPError', status: 429, retryAfterMs: 7000, body: { plan: 'free' } });
    await setting.gateway.fail({
      ...fault,
      headers: { ...headers, 'retry-after': new Date(Date.now() + 60_000).toUTCString() },
    });
    const { retryAfterMs } = (await rejection(() => client().stats())) as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(await setting.gateway.requests()).toHaveLength(2);

    await using strict = await setting.start({ ...state, rateLimit: 1 });
    const cg = client({ baseUrl: strict.url });
    await cg.bulkIngest({ contractId: ids.events, events: [good] });
    const told = await rejection(() => cg.bulkIngest({ contractId: ids.events, events: [good] }));
    expect(told).toMatchObject({ status: 429, retryAfterMs: 1500, rateLimit: { limit: 1, remaining: 0 } });
  });

  it('retries nothing', async () => {
    await setting.gateway.fail({ kind: 'reset' });
    await rejection(() => client().ingest({ contractId: ids.events, events: [good] }));
    await setting.gateway.fail(answer(503, ''));
    await rejection(() => client().stats());
    expect(await setting.gateway.requests()).toHaveLength(2);
  });
});

function answer(status: number, text: string, type = 'application/json') {
  return { kind: 'answer', status, headers: { 'content-type': type }, text } as const;
}
