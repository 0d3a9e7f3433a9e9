import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSyncFn } from 'synckit';
import type { Outcome, WireRequest } from '../gateway/exchange.ts';
import { ContractGateError } from '../sdk/errors.ts';

type Exchange = (request: WireRequest) => Promise<Outcome>;

/** In the package, all code is beside the entry points, of which the worker is one. */
const workerPath = fileURLToPath(new URL('./blocking/worker.js', import.meta.url));

/** The worker keeps time itself, request by request; that of the library would be for all of them (`SYNCKIT_TIMEOUT`). */
const forever = 2 ** 31 - 1;

/**
 * Sends a request from another thread, and waits for it. The thread is started by the first request and serves all clients of
 * the process; it does not keep the process from ending.
 *
 * @throws {ContractGateError} where the worker's file is missing: without this, the wait would have no end.
 */
export function blockingExchange(request: WireRequest): Outcome {
  if (!existsSync(workerPath)) {
    throw new ContractGateError(
      `the worker of the blocking client is not at ${workerPath}: keep contractgate-hook out of the bundle, or use AsyncClient`,
    );
  }
  return createSyncFn<Exchange>(workerPath, { timeout: forever, execArgv: [], globalShims: [], tsRunner: 'node' })(
    request,
  );
}
