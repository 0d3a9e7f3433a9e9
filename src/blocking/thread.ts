import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

/** What the shared cell says: nothing yet, an answer lies on the port, the thread is ending. */
const waiting = 0;
export const answered = 1;
export const ended = 2;

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly cell: Int32Array;
  readonly port: MessagePort;
}

/** What came of asking a thread. */
export type Reply<Answer> =
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'ended' } | { readonly kind: 'late' };

/** A thread that answers one question at a time while the one that asks waits, its event loop with it. */
export class AnsweringThread<Question, Answer> {
  readonly #cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #port: MessagePort;
  readonly #worker: Worker;

  constructor(path: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: ThreadData = { cell: this.#cell, port: port2 };
    // The flags of this process (`--test`, `--input-type`) are not for it.
    this.#worker = new Worker(path, { workerData, transferList: [port2], execArgv: [] });
    // It does not keep the process from ending; and that it has failed is told to whoever waits.
    this.#worker.unref();
    this.#worker.on('error', () => undefined);
  }

  /** Whether it is of no more use, known without asking. */
  get hasEnded(): boolean {
    return Atomics.load(this.#cell, 0) === ended;
  }

  /** Waits for at most so many milliseconds. After anything but an answer, the thread is of no more use. */
  ask(question: Question, milliseconds: number): Reply<Answer> {
    this.#port.postMessage(question, []);
    const woken = Atomics.wait(this.#cell, 0, waiting, milliseconds);
    // It may have answered and ended: an answer counts.
    const received: { readonly message: Answer } | undefined = receiveMessageOnPort(this.#port);
    if (received !== undefined) {
      Atomics.compareExchange(this.#cell, 0, answered, waiting);
      return { kind: 'answer', answer: received.message };
    }
    void this.#worker.terminate();
    return { kind: woken === 'timed-out' ? 'late' : 'ended' };
  }
}
