import type { Fetch } from '../gateway/fetch.ts';

/**
 * The gateway's clock, by the `Date` of its answers. Freshness rules are judged by it, and ours need not agree. Unix seconds.
 */
export class GatewayClock {
  #ahead = 0;

  /** The global fetch, which also sets this clock. */
  readonly fetch: Fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.#ahead = Math.floor(date / 1000) - Math.floor(Date.now() / 1000);
    return response;
  };

  now(): number {
    return Math.floor(Date.now() / 1000) + this.#ahead;
  }
}
