import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at once. */
const blockSize = 64 * 1024;

const newline = 0x0a;

/** Where parts of about `partSize` bytes begin that are whole lines, and after the last one where the file ends. */
export function partBounds(place: string, size: number, partSize: number): readonly number[] {
  const file = openSync(place, 'r');
  try {
    const bounds = [0];
    for (let wanted = partSize; wanted < size; wanted = (bounds.at(-1) ?? size) + partSize) {
      const next = lineStart(file, wanted);
      if (next === undefined || next >= size) break;
      bounds.push(next);
    }
    return [...bounds, size];
  } finally {
    closeSync(file);
  }
}

/** The first beginning of a line after an offset. */
function lineStart(file: number, from: number): number | undefined {
  const block = Buffer.allocUnsafe(blockSize);
  for (let at = from; ; at += block.length) {
    const length = readSync(file, block, 0, block.length, at);
    if (length === 0) return undefined;
    const found = block.subarray(0, length).indexOf(newline);
    if (found !== -1) return at + found + 1;
  }
}

/** The bytes of a file from `start` up to `end`. */
export function* rangeOf(place: string, start: number, end: number): Generator<Buffer> {
  const file = openSync(place, 'r');
  try {
    for (let at = start; at < end;) {
      const block = Buffer.allocUnsafe(Math.min(blockSize, end - at));
      const length = readSync(file, block, 0, block.length, at);
      if (length === 0) return;
      yield block.subarray(0, length);
      at += length;
    }
  } finally {
    closeSync(file);
  }
}
