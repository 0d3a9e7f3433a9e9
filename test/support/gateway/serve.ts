import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import type { Fault } from './faults.ts';
import { misbehave } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { GatewayState } from './contracts.ts';

/** What the parent asks of this process; each message is answered by one. */
export type Order =
  | {
      readonly kind: 'start';
      readonly state: GatewayState;
      readonly tls?: { readonly key: string; readonly cert: string };
    }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly times: number }
  | { readonly kind: 'requests' };

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Bytes of the body at which the request ended without its end; undefined where it came whole. */
  readonly cutAt?: number;
}

let gateway: Gateway | undefined;
let seen: SeenRequest[] = [];
const faults: Fault[] = [];

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  const early = faults[0]?.kind === 'answer' && faults[0].headers['x-early'] === 'true' ? faults.shift() : undefined;
  if (early !== undefined) {
    request.once('data', () => misbehave(early, response));
    return;
  }
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    seen.push({ method, url, headers, body: '', cutAt: Buffer.concat(chunks).length });
    return;
  }
  const body = Buffer.concat(chunks);
  seen.push({ method, url, headers, body: body.toString('utf8') });
  const fault = faults.shift();
  if (fault !== undefined) {
    misbehave(fault, response);
    return;
  }
  const answer = gateway?.answer({ method, url: new URL(url, 'http://localhost'), headers, body });
  response.writeHead(answer?.status ?? 500, answer?.headers).end(answer?.text);
}

function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'start':
      gateway = new Gateway(order.state);
      return listen(order.tls);
    case 'fault':
      faults.push(...Array.from({ length: order.times }, () => order.fault));
      return Promise.resolve('ok');
    case 'requests': {
      const all = seen;
      seen = [];
      return Promise.resolve(all);
    }
  }
}

function listen(tls: { readonly key: string; readonly cert: string } | undefined): Promise<number> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => void serve(request, response);
  const server =
    tls === undefined
      ? createServer(onRequest)
      : createSecureServer({ key: readFileSync(tls.key), cert: readFileSync(tls.cert) }, onRequest);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', 4096, () => resolve((server.address() as AddressInfo).port));
  });
}

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.({ answer }));
});
process.on('disconnect', () => process.exit());
