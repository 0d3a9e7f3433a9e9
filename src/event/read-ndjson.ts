import { LineReader } from './line-reader.ts';
import type { Batch, LineOptions } from './line-reader.ts';

export interface NdjsonOptions extends LineOptions {
  /** Bytes; a longer line is a fault. */
  readonly maxLineLength?: number;
}

const newline = 0x0a;

/** Bytes that are made events at once. More is slower, since they leave the processor's cache. */
const blockSize = 64 * 1024;

/**
 * The events of NDJSON, one per line that is not blank, in batches as the bytes come. A line that cannot be read is a fault
 * of its own, and the lines after it are read. Holds no more than a chunk and the longest line.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  { maxLineLength = 100e6, ...options }: NdjsonOptions = {},
): AsyncGenerator<Batch> {
  const lines = new LineReader(options);
  // Of the line that has no end yet.
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += blockSize) {
      const bytes = chunk.subarray(start, start + blockSize);
      const end = bytes.lastIndexOf(newline) + 1;
      if (end > 0) {
        if (length > maxLineLength) {
          yield lines.readTooLong(maxLineLength);
          yield lines.read(bytes.subarray(bytes.indexOf(newline) + 1, end));
        } else {
          yield lines.read(
            parts.length === 0 ? bytes.subarray(0, end) : Buffer.concat([...parts, bytes.subarray(0, end)]),
          );
        }
        if (lines.isDone) return;
        parts = [];
        length = 0;
      }
      length += bytes.length - end;
      if (length <= maxLineLength) parts.push(bytes.subarray(end));
      else parts = [];
    }
  }
  yield length > maxLineLength ? lines.readTooLong(maxLineLength) : lines.read(Buffer.concat(parts));
  yield lines.end();
}
