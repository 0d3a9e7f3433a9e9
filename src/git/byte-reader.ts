const LF = 10;

/** Takes lines and counted bytes from a stream of chunks. It asks for a chunk only when it has run out. */
export class ByteReader {
  readonly #next: () => Promise<Buffer | undefined>;
  #pending: Buffer = Buffer.alloc(0);

  /** `next` gives the next chunk, `undefined` at the end. */
  constructor(next: () => Promise<Buffer | undefined>) {
    this.#next = next;
  }

  /** The text up to the next LF, as latin1, and without it; `undefined` where the stream ends first. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#pending.indexOf(LF);
      if (end !== -1) return this.#take(end + 1).toString('latin1', 0, end);
      const more = await this.#next();
      if (more === undefined) return undefined;
      this.#pending = this.#pending.length === 0 ? more : Buffer.concat([this.#pending, more]);
    }
  }

  /** At least one and at most `most` bytes; `undefined` where the stream has ended. */
  async some(most: number): Promise<Buffer | undefined> {
    while (this.#pending.length === 0) {
      const more = await this.#next();
      if (more === undefined) return undefined;
      this.#pending = more;
    }
    return this.#take(Math.min(most, this.#pending.length));
  }

  #take(length: number): Buffer {
    const taken = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    return taken;
  }
}
