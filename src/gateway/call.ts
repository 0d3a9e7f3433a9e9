import type { RateLimit } from './models.ts';
import { mismatch } from './shape.ts';
import type { Shape } from './shape.ts';

/** One request to the gateway, and how its answer is read. Both clients send the same calls. */
export interface Call<Result> {
  readonly method: 'GET' | 'POST';
  /** Under the base URL, percent-encoded, with its query. */
  readonly path: string;
  /** Besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: CallBody;
  readonly read: Read<Result>;
}

/** A text or its bytes; or pieces of NDJSON that come one after the other. */
export type CallBody = string | Uint8Array | Pieces;

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** An answer with its body as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The result in an answer; a sentence about what is wrong with it; undefined where the status means what it says. */
export type Read<Result> = (answer: Answer) => { readonly result: Result } | string | undefined;

/** A 2xx answer of a shape. Of the type, the shape has what code relies on. */
export function shaped<Result>(shape: Shape): Read<Result> {
  return ({ status, body }) => {
    if (!isSuccess(status)) return undefined;
    return mismatch(body, shape) ?? { result: body as Result };
  };
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** The `X-RateLimit-*` headers; undefined where an answer has none. */
export function rateLimitOf(headers: Readonly<Record<string, string>>): RateLimit | undefined {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`]);
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  return { limit: Number(limit), remaining: Number(remaining), reset: Number(reset) };
}
