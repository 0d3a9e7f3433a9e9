import type { Fetch, Signal } from './fetch.ts';

export interface ClientOptions {
  /** `https://gw.example.com`, with or without a path. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  /** Heeded only by a gateway that runs without authentication. */
  readonly orgId?: string | undefined;
  /** Milliseconds from the request to the end of its answer; 30,000 by default, as the gateway's own limit. */
  readonly timeoutMs?: number | undefined;
  /** Bytes of an answer, unpacked; 64 MiB by default. */
  readonly maxResponseBytes?: number | undefined;
}

export interface AsyncClientOptions extends ClientOptions {
  /** Instead of the global `fetch`: for a proxy, a certificate of one's own, retries, tests. */
  readonly fetch?: Fetch | undefined;
  /** How many requests go out at a time; 100 by default, others wait. */
  readonly maxConnections?: number | undefined;
}

export interface BlockingCallOptions {
  /** Instead of the client's. */
  readonly timeoutMs?: number | undefined;
}

export interface CallOptions extends BlockingCallOptions {
  /** Ends the call, which then rejects with the signal's reason. Whether the gateway has acted on it is not known. */
  readonly signal?: Signal | undefined;
}
