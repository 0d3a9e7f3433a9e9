import type { ChildProcess } from 'node:child_process';

type Pipe = ChildProcess['stdout'] | undefined;

// Bytes taken off the pipe ahead of the reader: enough that neither waits for the other at each object.
const AHEAD = 1 << 20;

/** What a process writes to a pipe, as it comes. */
export class Output {
  readonly #pipe: Pipe;
  #chunks: Buffer[] = [];
  #length = 0;
  #ended: boolean;
  #wake: (() => void) | undefined;

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
    this.#ended = !pipe;
    pipe?.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      if (this.#length > AHEAD) pipe.pause();
      this.#wake?.();
    });
    // A destroyed stream ends, as one that was closed does: what that means is for the reader of `exit` to say.
    pipe?.on('error', () => {});
    pipe?.on('close', () => {
      this.#ended = true;
      this.#wake?.();
    });
  }

  /** All that has come and was not taken; undefined where there is nothing yet. */
  taken(): Buffer | undefined {
    if (this.#length === 0) return undefined;
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#length);
    this.#chunks = [];
    this.#length = 0;
    if (this.#pipe?.isPaused()) this.#pipe.resume();
    return bytes;
  }

  /** As `taken`, but waits for it; undefined at the end. */
  async next(): Promise<Buffer | undefined> {
    while (this.#length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    return this.taken();
  }
}
