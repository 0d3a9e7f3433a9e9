import type { JsonValue } from '../json-value.ts';
import { emptyFile, notText, notUtf8 } from './decode-text.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { LineBlock } from './line-block.ts';
import { LineEvent, lineSource } from './line-event.ts';
import { marksOf, scannerFor } from './line-scanner.ts';
import type { ScannedBlock } from './line-scanner.ts';
import { mayMisread } from './misreading.ts';
import { parseTogether } from './parse-together.ts';
import { eventsOf, faultAt, jsonFault } from './read-events.ts';
import { readJson, readParsedJson, readPlainJson, readScannedJson } from './read-json.ts';
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
    const scanner = scannerFor(block.length);
    const scanned = scanner?.scanBlock(block);
    const lines = new LineBlock(block, this.#line, scanned?.lines);
    const values = this.isUndecided ? undefined : scanner && scanned && parseTogether(block, scanner, scanned);
    return values === undefined ? this.#readEach(block, lines, scanned) : this.#readParsed(values, lines, scanned);
  }

  /** Lines of which every one has a value. */
  #readParsed(values: readonly JsonValue[], lines: LineBlock, scanned: ScannedBlock | undefined): Batch {
    const batch: (FixtureEvent | EventFault)[] = [];
    const isMarked = scanned?.marks !== 0;
    for (let index = 0; index < values.length; index++, this.#line++) {
      const value = values[index] as JsonValue;
      const marks = isMarked ? marksOf(scanned?.lines[index] ?? 0) : 0;
      const result: JsonResult = marks === 0 ? { ok: true, value } : readParsedJson(lines.textOf(index), marks, value);
      this.#readLine(lines, index, result, batch);
    }
    return batch;
  }

  #readEach(block: Buffer, lines: LineBlock, scanned: ScannedBlock | undefined): Batch {
    const batch: (FixtureEvent | EventFault)[] = [];
    const text = block.toString(scanned?.isAscii ? 'latin1' : 'utf8');
    // What is not UTF-8 has become U+FFFD.
    const mayBeBroken = !scanned?.isAscii && text.includes('\ufffd');
    const parse = scanned !== undefined ? readScannedJson : mayMisread(text) ? readJson : readPlainJson;
    for (let index = 0, start = 0; start < text.length; index++, this.#line++) {
      const end = endOfLine(text, start);
      const line = text.slice(start, end);
      start = end + 1;
      if (isBlank(line)) continue;
      if (this.#brokenOff !== undefined) {
        batch.push(...this.#settleFirst(line));
        if (this.isDone) return batch;
      }
      const objection = mayBeBroken ? notUtf8(lines.bytesOf(index), line) : undefined;
      if (objection !== undefined) batch.push(this.#fault(line, objection.message, objection.before.length));
      else this.#readLine(lines, index, parse(line, marksOf(scanned?.lines[index] ?? 0)), batch);
    }
    return batch;
  }

  /** How many lines and events there have been. */
  get count(): LineCount {
    return { lines: this.#line - 1, events: this.#record };
  }

  /** What to say of the lines so far depends on the next one. */
  get isUndecided(): boolean {
    return this.#brokenOff !== undefined;
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

  #readLine(lines: LineBlock, index: number, result: JsonResult, batch: (FixtureEvent | EventFault)[]): void {
    if (!result.ok) {
      const isFirst = this.#record === 0;
      const text = lines.textOf(index);
      const fault = jsonFault({ text, line: this.#line }, result, this.#record++);
      if (isFirst && result.offset >= text.trimEnd().length) this.#brokenOff = fault;
      else batch.push(fault);
      return;
    }
    if (this.#select === undefined) {
      batch.push(new LineEvent(this.#record++, result.value, lines, index));
      return;
    }
    const options = { envelope: false, select: this.#select };
    const events = eventsOf(result.value, lineSource(lines, index), options, this.#record);
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
    return faultAt({ text, line: this.#line }, message, offset, this.#record++);
  }
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
