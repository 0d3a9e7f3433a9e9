import { runAsWorker } from 'synckit';
import { exchange } from '../gateway/exchange.ts';
import type { Outcome, WireRequest } from '../gateway/exchange.ts';

/** The other thread of the blocking client: one request comes in, its outcome goes back. It keeps nothing in between. */
runAsWorker((request: WireRequest): Promise<Outcome> =>
  exchange(request, { fetch: globalThis.fetch, controller: new AbortController() }),
);
