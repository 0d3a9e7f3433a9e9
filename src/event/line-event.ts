import type { JsonPath, JsonValue } from '../json-value.ts';
import type { EventSource, FixtureEvent } from './events.ts';
import type { LineBlock } from './line-block.ts';
import { walkJson } from './walk-json.ts';

/** What a line holds is one event. */
const noPath: JsonPath = [];

/** The event of one line. Of most lines nobody asks for the text, so it is only made when someone does. */
export class LineEvent implements FixtureEvent {
  readonly ok = true;
  readonly record: number;
  readonly value: JsonValue;
  readonly #block: LineBlock;
  readonly #index: number;
  #source: EventSource | undefined;

  /** `index`: of the line in its block, 0-based. */
  constructor(record: number, value: JsonValue, block: LineBlock, index: number) {
    this.record = record;
    this.value = value;
    this.#block = block;
    this.#index = index;
  }

  get source(): EventSource {
    this.#source ??= lineSource(this.#block, this.#index);
    return this.#source;
  }
}

export function lineSource(block: LineBlock, index: number): EventSource {
  return { text: block.textOf(index), path: noPath, line: block.firstLine + index, walk: walkJson };
}
