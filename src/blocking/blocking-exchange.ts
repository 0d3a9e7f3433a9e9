import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome, WireRequest } from '../gateway/exchange.ts';
import { ContractGateError } from '../sdk/errors.ts';
import { AnsweringThread } from './thread.ts';

/** In the package, all code is beside the entry points, of which the worker is one. */
const workerPath = fileURLToPath(new URL('./blocking/worker.js', import.meta.url));

/** Milliseconds beyond a request's own time, which the thread keeps itself: to start in, and to answer. */
const grace = 10_000;

let thread: AnsweringThread<WireRequest, Outcome> | undefined;

/**
 * Sends a request from another thread, and waits for it. The thread is started by the first request and serves all clients of
 * the process; it does not keep the process from ending. One that has ended, or does not answer, is a failed connection, and
 * the next request starts another.
 *
 * @throws {ContractGateError} where the worker's file is missing
 */
export function blockingExchange(request: WireRequest): Outcome {
  if (!existsSync(workerPath)) {
    throw new ContractGateError(
      `the worker of the blocking client is not at ${workerPath}: keep contractgate-hook out of the bundle, or use AsyncClient`,
    );
  }
  if (thread === undefined || thread.hasEnded) thread = new AnsweringThread(workerPath);
  const reply = thread.ask(request, request.timeoutMs + grace);
  if (reply.kind === 'answer') return reply.answer;
  thread = undefined;
  const message =
    reply.kind === 'ended'
      ? 'the thread that sends has ended before it answered'
      : `the thread that sends has not answered, nor that time ran out, within ${request.timeoutMs + grace} ms`;
  return { kind: 'failure', code: 'THREAD_ENDED', message, isOurs: true };
}
