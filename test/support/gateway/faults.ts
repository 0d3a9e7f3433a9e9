import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** How the next answer goes wrong. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  /** Fewer bytes than were announced, then the connection is cut; with `chunked`, in the middle of a chunked body. */
  | { readonly kind: 'truncated'; readonly chunked: boolean }
  /** Headers and the first byte, and then nothing. */
  | { readonly kind: 'slow-body' }
  /** Nothing at all. */
  | { readonly kind: 'silence' }
  /** The connection is cut before an answer. */
  | { readonly kind: 'reset' }
  /** A body of this many bytes, without saying so first; packed, it is a thousand times smaller. */
  | { readonly kind: 'large'; readonly bytes: number; readonly packed: boolean }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string };

export function misbehave(fault: Fault, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (fault.kind) {
    case 'answer':
      response.writeHead(fault.status, fault.headers).end(fault.text);
      return;
    case 'truncated':
      response.writeHead(200, fault.chunked ? json : { ...json, 'content-length': '1000' });
      response.write('{"total_events":1', () => response.socket?.destroy());
      return;
    case 'slow-body':
      response.writeHead(200, json).write('{');
      return;
    case 'silence':
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'large': {
      const body = Buffer.from(`{"total_events":1,"padding":"${'x'.repeat(fault.bytes)}"}`);
      if (fault.packed) response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(body));
      else response.writeHead(200, json).end(body);
      return;
    }
    case 'redirect':
      response.writeHead(fault.status, { location: fault.location, 'content-length': '0' }).end();
  }
}
