import { workerData } from 'node:worker_threads';
import { exchange } from '../gateway/exchange.ts';
import type { WireRequest } from '../gateway/exchange.ts';
import { answered, ended } from './thread.ts';
import type { ThreadData } from './thread.ts';

const { cell, port } = workerData as ThreadData;

// Whoever waits would wait for ever: an error that nothing catches ends this thread and no other.
process.once('exit', () => tell(ended));

/** The other thread of the blocking client: one request comes in, its outcome goes back. It keeps nothing in between. */
port.on('message', (request: WireRequest) => void answer(request));

async function answer(request: WireRequest): Promise<void> {
  const outcome = await exchange(request, { fetch: globalThis.fetch, controller: new AbortController() });
  port.postMessage(outcome);
  tell(answered);
}

function tell(state: number): void {
  Atomics.store(cell, 0, state);
  Atomics.notify(cell, 0);
}
