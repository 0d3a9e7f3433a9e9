import type { Output } from './output.ts';

const LF = 10;
// Bytes: no answer of git's has a line as long as this.
const LONGEST_LINE = 1 << 20;

/**
 * Takes lines and counted bytes from what a process writes. What has not come yet is `undefined`: the caller waits for `more`
 * and asks again. Thousands of small answers come in few chunks, and nothing is to wait between them.
 */
export class ByteReader {
  readonly #output: Output;
  #bytes: Buffer = Buffer.alloc(0);
  /** Where in them the reader is. */
  #at = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  /** The text up to the next LF, as latin1, and without it. */
  line(): string | undefined {
    let end = this.#bytes.indexOf(LF, this.#at);
    if (end === -1 && this.#gather()) end = this.#bytes.indexOf(LF, this.#at);
    if (end === -1) return undefined;
    const line = this.#bytes.toString('latin1', this.#at, end);
    this.#at = end + 1;
    return line;
  }

  /** Whether what has come, and is no whole line, is longer than any line could be. */
  get isLost(): boolean {
    return this.#length > LONGEST_LINE;
  }

  /** So many bytes; to be asked for few. */
  exactly(length: number): Buffer | undefined {
    if (this.#length < length && (!this.#gather() || this.#length < length)) return undefined;
    return this.#take(length);
  }

  /** At least one byte, and at most so many. */
  some(most: number): Buffer | undefined {
    if (this.#length === 0 && !this.#gather()) return undefined;
    return this.#take(Math.min(most, this.#length));
  }

  /** Waits until there is more; false at the end. */
  async more(): Promise<boolean> {
    return this.#add(await this.#output.next());
  }

  get #length(): number {
    return this.#bytes.length - this.#at;
  }

  #gather(): boolean {
    return this.#add(this.#output.taken());
  }

  #add(bytes: Buffer | undefined): boolean {
    if (bytes === undefined) return false;
    this.#bytes = this.#length === 0 ? bytes : Buffer.concat([this.#bytes.subarray(this.#at), bytes]);
    this.#at = 0;
    return true;
  }

  #take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
}
