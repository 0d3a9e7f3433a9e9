import { decodeText } from './decode-text.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { mayMisread } from './misreading.ts';
import { readJson, readPlainJson } from './read-json.ts';
import { walkJson } from './walk-json.ts';

type Batch = readonly (FixtureEvent | EventFault)[];

const newline = 0x0a;

/**
 * The events of NDJSON, one per line that is not blank, in batches as the bytes come. A line that cannot be read is a fault
 * of its own, and the lines after it are read. Holds no more than a chunk and the longest line.
 */
export async function* readNdjson(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Batch> {
  const lines = new LineReader();
  let rest: Buffer[] = [];
  let isFirst = true;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      rest.push(chunk);
      continue;
    }
    const block = Buffer.concat([...rest, chunk.subarray(0, end)]);
    rest = end < chunk.length ? [chunk.subarray(end)] : [];
    const fault = isFirst ? lines.wholeFault(block) : undefined;
    if (fault !== undefined) {
      yield [fault];
      return;
    }
    isFirst = false;
    yield lines.read(block);
  }
  const last = Buffer.concat(rest);
  const fault = isFirst ? lines.wholeFault(last) : undefined;
  yield fault === undefined ? lines.read(last) : [fault];
}

/** Counts lines and records from block to block. */
class LineReader {
  #line = 1;
  #record = 0;

  /** What is wrong with a file as a whole: that it is empty, UTF-16 or binary. */
  wholeFault(start: Buffer): EventFault | undefined {
    const decoded = decodeText(start);
    if (decoded.ok || decoded.before !== '') return undefined;
    return this.#fault(decoded.message, 1, 2);
  }

  /** Whole lines, the last of which may lack its end. */
  read(block: Buffer): Batch {
    const text = block.toString('utf8');
    // U+FFFD may stand for bytes that are not UTF-8.
    const bytes = text.includes('\ufffd') ? block : undefined;
    const parse = mayMisread(text) ? readJson : readPlainJson;
    const batch: (FixtureEvent | EventFault)[] = [];
    let byte = 0;
    for (let start = 0; start < text.length; this.#line++) {
      const newlineAt = text.indexOf('\n', start);
      const end = newlineAt === -1 ? text.length : newlineAt;
      const line = text.slice(start, end);
      start = end + 1;
      let fault: EventFault | undefined;
      if (bytes !== undefined) {
        const byteEnd = bytes.indexOf(newline, byte);
        fault = this.#byteFault(bytes.subarray(byte, byteEnd === -1 ? bytes.length : byteEnd));
        byte = byteEnd + 1;
      }
      if (fault !== undefined) batch.push(fault);
      else if (!isBlank(line)) batch.push(this.#readLine(line, parse));
    }
    return batch;
  }

  #byteFault(bytes: Buffer): EventFault | undefined {
    const decoded = bytes.length === 0 ? undefined : decodeText(bytes);
    if (decoded === undefined || decoded.ok) return undefined;
    const column = decoded.before.length + 1;
    return this.#fault(decoded.message, column, column + 1);
  }

  #readLine(text: string, parse: typeof readJson): FixtureEvent | EventFault {
    const result = parse(text);
    if (!result.ok) return this.#fault(result.message, result.offset + 1, result.offset + 2, text);
    const source = { text, path: [], line: this.#line, walk: walkJson };
    return { ok: true, record: this.#record++, value: result.value, source };
  }

  #fault(message: string, column: number, endColumn: number, text?: string): EventFault {
    const line = this.#line;
    return {
      ok: false,
      record: this.#record++,
      message,
      start: { line, column },
      end: { line, column: endColumn },
      ...(text !== undefined && { source: { text, line } }),
    };
  }
}

/** White space of JSON only, so that a carriage return before the line's end is no content. */
function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line);
}
