import type { JsonPath } from '../json-value.ts';
import { emptyFile, notText, notUtf8 } from './decode-text.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { mayMisread } from './misreading.ts';
import { eventsOf, faultAt } from './read-events.ts';
import { readJson, readPlainJson } from './read-json.ts';
import { walkJson } from './walk-json.ts';

export type Batch = readonly (FixtureEvent | EventFault)[];

export interface LineOptions {
  /** A JSON Pointer with `*`: where the events are in each line. */
  readonly select?: string | undefined;
}

/** What a line holds is one event. */
const noPath: JsonPath = [];

/** Makes events of the lines of a file, and counts lines and events. */
export class LineReader {
  /** The file is no text at all: whatever follows tells nothing. */
  isDone = false;
  readonly #select: string | undefined;
  #isAtStart = true;
  #line = 1;
  #record = 0;

  constructor({ select }: LineOptions) {
    this.#select = select;
  }

  /** Whole lines, of which the last one of the file may lack its end. */
  read(block: Buffer): Batch {
    const objection = this.#isAtStart ? notText(block) : undefined;
    this.#isAtStart = false;
    if (objection !== undefined) {
      this.isDone = true;
      return [this.#fault(objection.before, objection.message, objection.before.length)];
    }
    const text = block.toString('utf8');
    // What is not UTF-8 has become U+FFFD.
    const bytes = text.includes('\ufffd') ? linesOf(block) : undefined;
    const parse = mayMisread(text) ? readJson : readPlainJson;
    const batch: (FixtureEvent | EventFault)[] = [];
    const first = this.#line;
    for (let start = 0; start < text.length; this.#line++) {
      const newlineAt = text.indexOf('\n', start);
      const end = newlineAt === -1 ? text.length : newlineAt;
      const line = text.slice(start, end);
      start = end + 1;
      if (!isBlank(line)) this.#readLine(line, parse, bytes?.[this.#line - first], batch);
    }
    return batch;
  }

  /** A line of which there is no text. */
  readTooLong(maxLength: number): Batch {
    const fault = this.#fault('', `the line is longer than ${maxLength} bytes`, 0);
    this.#isAtStart = false;
    this.#line++;
    return [fault];
  }

  end(): Batch {
    if (this.#record > 0 || this.isDone) return [];
    this.#line = 1;
    return [this.#fault('', emptyFile.message, 0)];
  }

  #readLine(
    text: string,
    parse: typeof readJson,
    bytes: Buffer | undefined,
    batch: (FixtureEvent | EventFault)[],
  ): void {
    const objection = bytes && notUtf8(bytes, text);
    if (objection !== undefined) {
      batch.push(this.#fault(text, objection.message, objection.before.length));
      return;
    }
    const result = parse(text);
    if (!result.ok) {
      batch.push(this.#fault(text, result.message, result.offset));
      return;
    }
    const source = { text, path: noPath, line: this.#line, walk: walkJson };
    if (this.#select === undefined) batch.push({ ok: true, record: this.#record++, value: result.value, source });
    else {
      const events = eventsOf(result.value, source, { envelope: false, select: this.#select }, this.#record);
      this.#record += events.length;
      batch.push(...events);
    }
  }

  #fault(text: string, message: string, offset: number): EventFault {
    return faultAt({ text, line: this.#line }, message, offset, this.#record++);
  }
}

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < block.length;) {
    const newlineAt = block.indexOf('\n', start);
    const end = newlineAt === -1 ? block.length : newlineAt;
    lines.push(block.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** White space of JSON only, so that a carriage return before the line's end is no content. */
function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line);
}
