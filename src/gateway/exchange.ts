import { connectionFailure } from './connection-failure.ts';
import type { Fetch } from './fetch.ts';
import { redirectOf } from './redirect.ts';

/** A request as it goes out; can be sent to another thread. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
  /** Bytes, unpacked. */
  readonly maxResponseBytes: number;
}

/** What came of a request, as data: whoever asked makes the error, with the key taken out. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly kind: 'redirect'; readonly status: number; readonly message: string }
  | {
      readonly kind: 'failure';
      readonly code: string;
      readonly message: string;
      /** The words are this package's own, and no key is in them. */
      readonly isOurs?: true;
    };

export interface Means {
  readonly fetch: Fetch;
  /** Aborting it ends the exchange, which then rejects with its reason. */
  readonly controller: AbortController;
  /** A body that comes in pieces. */
  readonly stream?: ReadableStream<Uint8Array> | undefined;
}

/** How often a GET may be sent on within one origin. */
const mostRedirects = 5;

/** One request and its answer, whole or not at all. Never sent twice: whether to try again is for the caller to say. */
export async function exchange(request: WireRequest, { fetch, controller, stream }: Means): Promise<Outcome> {
  const { method, timeoutMs } = request;
  const { signal } = controller;
  const outOfTime = { code: 'TIMEOUT', message: `no whole answer within ${timeoutMs} ms`, isOurs: true } as const;
  const timer = setTimeout(() => controller.abort(outOfTime), Math.min(timeoutMs, longestTimer));
  try {
    let { url } = request;
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(url, {
        method,
        headers: { ...request.headers },
        redirect: 'manual',
        signal,
        ...(request.body !== undefined && { body: request.body }),
        ...(stream !== undefined && { body: stream, duplex: 'half' }),
      });
      const redirect = redirectOf(response, url, method);
      if (redirect === undefined) return await readAnswer(response, request.maxResponseBytes);
      await response.body?.cancel();
      if (!redirect.follow) return { kind: 'redirect', status: response.status, message: redirect.message };
      if (redirects === mostRedirects) {
        return { kind: 'redirect', status: response.status, message: 'the gateway redirects in a circle' };
      }
      url = redirect.url;
    }
  } catch (error) {
    if (signal.aborted && signal.reason !== outOfTime) throw signal.reason;
    return { kind: 'failure', ...(signal.aborted ? outOfTime : connectionFailure(error)) };
  } finally {
    clearTimeout(timer);
  }
}

/** Longer than this, a timer would go off at once. */
const longestTimer = 2 ** 31 - 1;

async function readAnswer(response: Response, maxBytes: number): Promise<Outcome> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const tooLarge: Outcome = {
    kind: 'failure',
    code: 'RESPONSE_TOO_LARGE',
    message: `the answer is larger than ${maxBytes} bytes; maxResponseBytes raises the limit`,
    isOurs: true,
  };
  if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  // Of a body that is packed, these are the unpacked bytes.
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return tooLarge;
    text += decoder.decode(chunk, { stream: true });
  }
  return { kind: 'answer', status, headers, text: text + decoder.decode() };
}
