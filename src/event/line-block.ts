import { endOf } from './line-scanner.ts';

const newline = 0x0a;

/** Whole lines of a file, of which the last one of the file may lack its end. Tells of each what somebody asks for. */
export class LineBlock {
  /** 1-based number of the first one. */
  readonly firstLine: number;
  readonly #bytes: Buffer;
  /** See `ScannedBlock`. */
  #lines: Uint32Array | undefined;

  constructor(bytes: Buffer, firstLine: number, lines: Uint32Array | undefined) {
    this.firstLine = firstLine;
    this.#bytes = bytes;
    this.#lines = lines;
  }

  /** Without its end. `index`: 0-based. */
  bytesOf(index: number): Buffer {
    const lines = (this.#lines ??= lineEnds(this.#bytes));
    const start = index === 0 ? 0 : endOf(lines[index - 1] ?? 0) + 1;
    return this.#bytes.subarray(start, endOf(lines[index] ?? 0));
  }

  /** A text of its own: as a part of its block's text, it would keep all of that in memory. */
  textOf(index: number): string {
    return this.bytesOf(index).toString();
  }
}

function lineEnds(bytes: Buffer): Uint32Array {
  const ends: number[] = [];
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, end + 1)) ends.push(end);
  return Uint32Array.from([...ends, bytes.length]);
}
