/** How far a run has come. */
export interface Progress {
  /** 1-based number of the file that is looked at, and how many there are. */
  readonly file: number;
  readonly files: number;
  /** In all files so far. */
  readonly events: number;
  /** How much of the file has been looked at, 0 to 1. */
  readonly share: number;
}

/** Tells how far a run has come, as often as there is anything new: whoever listens decides what to do with how much of it. */
export class ProgressMeter {
  readonly #tell: (progress: Progress) => void;
  readonly #files: number;
  #file = 0;
  #before = 0;
  #events = 0;
  #share = 0;

  constructor(tell: (progress: Progress) => void, files: number) {
    this.#tell = tell;
    this.#files = files;
  }

  nextFile(): void {
    this.#file++;
    this.#before += this.#events;
    this.#events = 0;
    this.#share = 0;
    this.judged(0);
  }

  /** So many events of the file. */
  judged(events: number): void {
    // What threads have looked through is judged in order afterwards.
    this.#events = Math.max(this.#events, events);
    this.#tell({ file: this.#file, files: this.#files, events: this.#before + this.#events, share: this.#share });
  }

  /** So many events of the file, which are this share of it, were looked through by several threads. */
  screened(events: number, share: number): void {
    this.#share = share;
    this.judged(events);
  }

  /** The same bytes, counted as they are taken. */
  async *read(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, size: number): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      this.#share = Math.min(1, bytes / Math.max(size, 1));
      yield chunk;
    }
  }
}
