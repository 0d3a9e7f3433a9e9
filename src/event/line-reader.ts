import { emptyFile, notText, notUtf8 } from './decode-text.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { LineEvent, lineSource } from './line-event.ts';
import { endOf, marksOf, scannerFor } from './line-scanner.ts';
import { mayMisread } from './misreading.ts';
import { eventsOf, faultAt, hintOf } from './read-events.ts';
import { readJson, readPlainJson, readScannedJson } from './read-json.ts';
import type { JsonResult } from './read-json.ts';

export type Batch = readonly (FixtureEvent | EventFault)[];

export interface LineOptions {
  /** A JSON Pointer with `*`: where the events are in each line. */
  readonly select?: string | undefined;
}

export interface LineCount {
  readonly lines: number;
  readonly events: number;
}

/** Makes events of the lines of a file, and counts lines and events. */
export class LineReader {
  /** The file is no text at all: whatever follows tells nothing. */
  isDone = false;
  readonly #select: string | undefined;
  #isAtStart = true;
  #line = 1;
  #record = 0;
  /** The first line of the file that is not blank, where it ends in the middle of JSON. */
  #brokenOff: EventFault | undefined;

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
    const scanned = scannerFor(block.length)?.scanBlock(block);
    const text = block.toString(scanned?.isAscii ? 'latin1' : 'utf8');
    // What is not UTF-8 has become U+FFFD.
    const bytes = !scanned?.isAscii && text.includes('\ufffd') ? linesOf(block) : undefined;
    const parse = scanned !== undefined ? readScannedJson : mayMisread(text) ? readJson : readPlainJson;
    const batch: (FixtureEvent | EventFault)[] = [];
    for (let index = 0, start = 0; start < text.length; index++, this.#line++) {
      const entry = scanned?.lines[index];
      const end = scanned?.isAscii && entry !== undefined ? endOf(entry) : endOfLine(text, start);
      const line = text.slice(start, end);
      start = end + 1;
      if (isBlank(line)) continue;
      if (this.#brokenOff !== undefined) {
        batch.push(...this.#settleFirst(line));
        if (this.isDone) return batch;
      }
      const own = bytes?.[index];
      const objection = own && notUtf8(own, line);
      if (objection !== undefined) batch.push(this.#fault(line, objection.message, objection.before.length));
      else this.#readLine(line, parse(line, entry === undefined ? 0 : marksOf(entry)), batch);
    }
    return batch;
  }

  /** How many lines and events there have been. */
  get count(): LineCount {
    return { lines: this.#line - 1, events: this.#record };
  }

  /** Lines that somebody else has read. */
  skip({ lines, events }: LineCount): void {
    this.#isAtStart = false;
    this.#line += lines;
    this.#record += events;
  }

  /** A line of which there is no text. */
  readTooLong(maxLength: number): Batch {
    const before = this.#settleFirst('');
    const fault = this.#fault('', `the line is longer than ${maxLength} bytes`, 0);
    this.#isAtStart = false;
    this.#line++;
    return [...before, fault];
  }

  end(): Batch {
    if (this.#record > 0 || this.isDone) return this.#settleFirst('');
    this.#line = 1;
    return [this.#fault('', emptyFile.message, 0)];
  }

  #readLine(text: string, result: JsonResult, batch: (FixtureEvent | EventFault)[]): void {
    if (!result.ok) {
      const isFirst = this.#record === 0;
      const fault = { ...this.#fault(text, result.message, result.offset), ...hintOf(result) };
      if (isFirst && result.offset >= text.trimEnd().length) this.#brokenOff = fault;
      else batch.push(fault);
      return;
    }
    if (this.#select === undefined) {
      batch.push(new LineEvent(this.#record++, result.value, text, this.#line));
      return;
    }
    const options = { envelope: false, select: this.#select };
    const events = eventsOf(result.value, lineSource(text, this.#line), options, this.#record);
    this.#record += events.length;
    batch.push(...events);
  }

  /** The fault of the first line if that has broken off, by what comes after it: it may be JSON that goes on over lines. */
  #settleFirst(next: string): Batch {
    const fault = this.#brokenOff;
    if (fault === undefined) return [];
    this.#brokenOff = undefined;
    const text = fault.source?.text ?? '';
    this.isDone = next !== '' && (text.trimStart().startsWith('[') || /^\s*[",:}\]]/.test(next));
    if (!this.isDone) return [fault];
    const message = 'the file has JSON that goes on over several lines, and NDJSON has a whole event on each';
    const source = { text, line: fault.start.line };
    return [{ ...faultAt(source, message, text.search(/\S/), 0), hint: { code: 'one_per_line' } }];
  }

  #fault(text: string, message: string, offset: number): EventFault {
    return faultAt(lineSource(text, this.#line), message, offset, this.#record++);
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

function endOfLine(text: string, start: number): number {
  const newlineAt = text.indexOf('\n', start);
  return newlineAt === -1 ? text.length : newlineAt;
}

/** White space of JSON only, so that a carriage return before the line's end is no content. */
function isBlank(line: string): boolean {
  // Most lines are told by their first character.
  return !(line.charCodeAt(0) > 0x20) && /^[ \t\r]*$/.test(line);
}
