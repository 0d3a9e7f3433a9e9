import type { JsonPath, JsonValue } from '../json-value.ts';
import type { EventSource, FixtureEvent } from './events.ts';
import { walkJson } from './walk-json.ts';

/** What a line holds is one event. */
const noPath: JsonPath = [];

/** The event of one line. Of most lines nobody asks for the text again, so it is only made when someone does. */
export class LineEvent implements FixtureEvent {
  readonly ok = true;
  readonly record: number;
  readonly value: JsonValue;
  readonly #text: string;
  readonly #line: number;
  #source: EventSource | undefined;

  /** `line`: 1-based. */
  constructor(record: number, value: JsonValue, text: string, line: number) {
    this.record = record;
    this.value = value;
    this.#text = text;
    this.#line = line;
  }

  get source(): EventSource {
    this.#source ??= lineSource(this.#text, this.#line);
    return this.#source;
  }
}

/** The text alone: as a part of its block's text, it would keep all of that in memory. */
export function lineSource(text: string, line: number): EventSource {
  return { text: Buffer.from(text).toString(), path: noPath, line, walk: walkJson };
}
