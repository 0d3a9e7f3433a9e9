import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { GatewaySetting, kinds, rejection } from '../../support/gateway/setting.ts';

interface Exchange {
  readonly name: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** As JSON; a text stands for itself. */
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly text?: string;
  };
  /** By default the body. */
  readonly result?: unknown;
  readonly error?: object;
}

const exchanges = JSON.parse(readFileSync(join(import.meta.dirname, 'golden/exchanges.json'), 'utf8')) as Exchange[];

const setting = new GatewaySetting();
beforeEach(() => setting.gateway.requests());

describe.each(kinds)('%s: what is sent, and what is made of the answer', (kind) => {
  it.each(exchanges)('$name', async ({ call, arguments: args, request, response, result, error }) => {
    const { status, headers, body, text = JSON.stringify(body) } = response;
    await setting.gateway.fail({ kind: 'answer', status, headers, text });
    const client = setting.client(kind) as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    if (error === undefined) expect(await client[call]!(...args)).toEqual(result ?? body);
    else expect(await rejection(() => client[call]!(...args))).toMatchObject({ ...error, body: body ?? text });

    const [sent] = await setting.gateway.requests();
    const wanted =
      request.body === undefined || typeof request.body === 'string'
        ? (request.body ?? '')
        : JSON.stringify(request.body);
    expect(sent).toMatchObject({
      method: request.method,
      url: request.url,
      body: wanted,
      headers: request.headers ?? {},
    });
  });
});

/** The keys of a value, all the way down, for a comparison of shapes. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(keysOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, keysOf(member)]),
  );
}

/** Those of the double's contracts, so that it could have given the same answer. */
const answerable = exchanges.filter(
  ({ name }) => !/plan limit|Python|^(audit|quarantine|replay|playground)/.test(name),
);

it.each(answerable)('the double speaks the same wire: $name', async ({ request, response }) => {
  const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
  const headers = { 'x-api-key': 'cg_live_0123456789abcdef', ...request.headers };
  const answer = await fetch(`${setting.gateway.url}${request.url}`, {
    method: request.method,
    headers,
    ...(request.body !== undefined && { body }),
  });
  expect(answer.status).toBe(response.status);
  expect(answer.headers.get('content-type')).toBe(response.headers['content-type']);
  const text = await answer.text();
  if (response.body !== undefined) expect(keysOf(JSON.parse(text))).toEqual(keysOf(response.body));
});
