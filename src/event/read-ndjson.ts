import { eventLoopTurn } from '../event-loop.ts';
import { LineReader } from './line-reader.ts';
import type { Batch, LineOptions } from './line-reader.ts';

export interface NdjsonOptions extends LineOptions {
  /** Bytes; a longer line is a fault. */
  readonly maxLineLength?: number;
}

const newline = 0x0a;

/** Bytes that are made events at once. More is slower, since they leave the processor's cache. */
const blockSize = 64 * 1024;

/** Half a megabyte takes some milliseconds. */
const blocksPerTurn = 8;

/**
 * The events of NDJSON, one per line that is not blank, in batches as the bytes come. A line that cannot be read is a fault
 * of its own, and the lines after it are read. Holds no more than a block and the longest line.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  { maxLineLength = 100e6, ...options }: NdjsonOptions = {},
): AsyncGenerator<Batch> {
  const lines = new LineReader(options);
  yield* readLines(chunks, lines, maxLineLength);
  yield lines.end();
}

/** Whole lines of a file, of which `lines` has read those before. */
export async function* readLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  lines: LineReader,
  maxLineLength: number,
): AsyncGenerator<Batch> {
  // Of the line that has no end yet.
  let parts: Buffer[] = [];
  let length = 0;
  let blocks = 0;
  for await (const block of blocksOf(chunks)) {
    if (++blocks % blocksPerTurn === 0) await eventLoopTurn();
    const end = block.lastIndexOf(newline) + 1;
    if (end > 0) {
      // By itself, so that only one line is copied.
      const head = length > 0 ? block.indexOf(newline) + 1 : 0;
      if (length + head - 1 > maxLineLength) yield lines.readTooLong(maxLineLength);
      else if (length > 0) yield lines.read(joined([...parts, block.subarray(0, head)]));
      if (head < end && !lines.isDone) yield lines.read(block.subarray(head, end));
      if (lines.isDone) return;
      parts = [];
      length = 0;
    }
    length += block.length - end;
    if (length <= maxLineLength) parts.push(block.subarray(end));
    else parts = [];
  }
  yield length > maxLineLength ? lines.readTooLong(maxLineLength) : lines.read(joined(parts));
}

/** The same bytes in blocks of one size, so that nothing depends on the sizes in which they happen to come. */
async function* blocksOf(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let missing = blockSize;
  for await (const chunk of chunks) {
    let start = 0;
    for (; chunk.length - start >= missing; missing = blockSize) {
      yield joined([...parts, chunk.subarray(start, start + missing)]);
      start += missing;
      parts = [];
    }
    if (start === chunk.length) continue;
    parts.push(chunk.subarray(start));
    missing -= chunk.length - start;
  }
  yield joined(parts);
}

/** Without a copy where there is nothing to join. */
function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}
