import type { JsonPath, JsonValue, Position } from '../json-value.ts';
import { positionAt } from '../text-position.ts';
import type { EventFault, EventSource, FixtureEvent } from './events.ts';
import { locate } from './locate.ts';
import { readJson } from './read-json.ts';
import type { JsonFault } from './read-json.ts';
import { parseSelect, selected } from './select.ts';
import { walkJson } from './walk-json.ts';

export interface ReadOptions {
  /** The contract has an envelope: the document is the payload, whatever it is. */
  readonly envelope: boolean;
  /** A JSON Pointer with `*`: where the events are. */
  readonly select?: string | undefined;
}

/** The events of a JSON document: of an array its elements, of anything else the document itself. */
export function readJsonEvents(text: string, options: ReadOptions): readonly (FixtureEvent | EventFault)[] {
  const result = readJson(text);
  if (!result.ok) return [jsonFault({ text, line: 1 }, result, 0)];
  return eventsOf(result.value, { text, path: [], line: 1, walk: walkJson }, options, 0);
}

/** The events in the value of one document; their numbers begin at `record`. */
export function eventsOf(
  value: JsonValue,
  source: EventSource,
  { envelope, select }: ReadOptions,
  record: number,
): (FixtureEvent | EventFault)[] {
  if (select === undefined) {
    if (envelope || !Array.isArray(value)) return [{ ok: true, record, value, source }];
    return value.map((item, index) => ({
      ok: true,
      record: record + index,
      value: item,
      source: { ...source, path: [index] },
    }));
  }
  return Array.from(selected(value, parseSelect(select)), ([path, item], index) =>
    item === undefined
      ? missingEvent(source, path, select, record + index)
      : { ok: true, record: record + index, value: item, source: { ...source, path } },
  );
}

function missingEvent(source: EventSource, path: JsonPath, select: string, record: number): EventFault {
  const message = `there is no event at /${path.join('/')}, where \`select: ${select}\` looks for one`;
  const [place] = locate(source, [{ path, anchor: 'value' }]);
  const range = place?.range ?? { start: 0, end: 1 };
  return { ...faultAt(source, message, range.start, record, range.end), kind: 'missing_event' };
}

export function jsonFault(
  source: Pick<EventSource, 'text' | 'line'>,
  { message, offset, end, hint }: JsonFault,
  record: number,
): EventFault {
  return { ...faultAt(source, message, offset, record, end), ...(hint && { hint }) };
}

/** A fault in a text, from an offset up to another, by default that of the next character. */
export function faultAt(
  { text, line }: { readonly text: string; readonly line: number },
  message: string,
  offset: number,
  record: number,
  end: number = offset + 1,
): EventFault {
  const inFile = (place: number): Position => {
    const position = positionAt(text, place);
    return { line: position.line + line - 1, column: position.column };
  };
  // What is wrong with the end of a text stands before it.
  const to = Math.max(offset, Math.min(end, text.length));
  return {
    ok: false,
    record,
    message,
    start: inFile(offset),
    end: inFile(to),
    source: { text, range: { start: offset, end: to } },
  };
}
