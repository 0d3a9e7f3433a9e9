import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { GatewaySetting, kinds, rejection } from '../../support/gateway/setting.ts';
import { KEY, good, ids } from '../../support/gateway/user-events.ts';

const setting = new GatewaySetting();
beforeEach(() => setting.gateway.requests());

/** Everything that could be printed of a value. */
function printed(value: unknown): string {
  const error = value instanceof Error ? [value.message, value.stack, String(value), inspect(value.cause)] : [];
  const whole = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  return [whole, JSON.stringify(value), ...error].join('\n');
}

describe.each(kinds)('the key of a %s is not shown', (kind) => {
  it('by the client itself', () => {
    expect(printed(setting.client(kind))).not.toContain(KEY);
    expect(printed(Object.entries(setting.client(kind)))).not.toContain(KEY);
  });

  const echo = `{"error":"bad key ${KEY}","headers":{"x-api-key":"${KEY}"}}`;
  const json = { 'content-type': 'application/json' };
  it.each([
    ['an error that repeats it', { kind: 'answer', status: 400, headers: json, text: echo }],
    [
      'an error in plain text',
      { kind: 'answer', status: 502, headers: { 'content-type': 'text/plain' }, text: `no ${KEY}` },
    ],
    ['an error page', { kind: 'answer', status: 500, headers: { 'content-type': 'text/html' }, text: `<p>${KEY}` }],
    [
      'an answer that is not of the gateway',
      { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, text: KEY },
    ],
    ['an answer of the wrong shape', { kind: 'answer', status: 200, headers: json, text: echo }],
    ['a redirect', { kind: 'redirect', status: 302, location: `http://localhost:1/${KEY}?key=${KEY}` }],
    ['a redirect within the gateway', { kind: 'redirect', status: 302, location: `/${KEY}` }],
    ['a connection that is cut', { kind: 'reset' }],
    ['a body that is cut off', { kind: 'truncated', chunked: true }],
  ] as const)('by %s', async (_, fault) => {
    await setting.gateway.fail(fault);
    const error = await rejection(() => setting.client(kind).stats());
    expect(error).toBeInstanceOf(setting.library.ContractGateError);
    expect(printed(error)).not.toContain(KEY);
  });

  it.each([
    ['a line break', `${KEY}\n`],
    ['a space', ` ${KEY}`],
    ['a letter that is not ASCII', `${KEY}é`],
    ['a null', `${KEY}\0`],
  ])('when it holds %s', (_, apiKey) => {
    const make = (): unknown => setting.client(kind, { apiKey });
    expect(make).toThrow(/the API key has to be printable ASCII/);
    try {
      make();
    } catch (error) {
      expect(printed(error)).not.toContain(KEY);
    }
  });

  it('where it is escaped', async () => {
    const apiKey = 'key"with\\odd/letters';
    for (const text of [JSON.stringify({ error: apiKey }), encodeURIComponent(apiKey)]) {
      const headers = { 'content-type': text.startsWith('{') ? 'application/json' : 'text/plain' };
      await setting.gateway.fail({ kind: 'answer', status: 400, headers, text });
      const error = await rejection(() => setting.client(kind, { apiKey }).stats());
      expect(printed(error)).toContain('****');
      expect(printed(error)).not.toContain('odd');
    }
  });

  it('and one that is short leaves other words alone', async () => {
    for (const apiKey of ['a', 'the', 'time', 'no', '200']) {
      const text = `{"error":"bad key ${apiKey}; another method, sometime"}`;
      await setting.gateway.fail({ kind: 'answer', status: 400, headers: json, text });
      const refusal = await rejection(() => setting.client(kind, { apiKey }).stats());
      expect(refusal).toMatchObject({ message: 'bad key ****; another method, sometime (HTTP 400)' });
      const silence = await rejection(() => setting.client(kind, { apiKey, baseUrl: 'http://127.0.0.1:1' }).stats());
      expect(silence).toMatchObject({ message: expect.not.stringContaining('****') as string });
      await setting.gateway.fail({ kind: 'silence' });
      const late = await rejection(() => setting.client(kind, { apiKey }).stats({ timeoutMs: 200 }));
      expect(late).toMatchObject({
        message: `the gateway at ${setting.gateway.url} could not be asked: no whole answer within 200 ms`,
      });
    }
  });

  it('as the password of a base URL, which is refused', () => {
    for (const baseUrl of [
      `https://user:${KEY}@gw.example.com`,
      `https://gw.example.com/?key=${KEY}`,
      `nonsense ${KEY}`,
      `file:///${KEY}`,
    ]) {
      try {
        setting.client(kind, { baseUrl });
        expect.fail('accepted');
      } catch (error) {
        expect(error).toBeInstanceOf(setting.library.ContractGateError);
        expect(printed(error)).not.toContain(KEY);
      }
    }
  });

  it('by a version or an id that no header can carry', async () => {
    for (const version of ['1.0\n', '', 'é']) {
      const error = await rejection(() =>
        setting.client(kind).ingest({ contractId: ids.events, events: [good], version }),
      );
      expect(error).toMatchObject({ name: 'ContractGateError' });
      expect(printed(error)).not.toContain(KEY);
    }
  });
});

it('is not shown by an error of an injected fetch that holds the request', async () => {
  const fetch = (_: unknown, init?: { headers?: unknown }): Promise<Response> => {
    const error = Object.assign(new Error(`with ${JSON.stringify(init?.headers)}`), { config: init, code: 'EPROXY' });
    return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: error }));
  };
  const error = await rejection(() => setting.client('AsyncClient', { fetch }).stats());
  expect(error).toMatchObject({ name: 'ConnectionError', code: 'EPROXY' });
  expect(printed(error)).toContain('****');
  expect(printed(error)).not.toContain(KEY);
});
