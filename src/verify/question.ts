import type { LoadedContract } from '../check/load-contracts.ts';
import type { EventSource, FixtureEvent } from '../event/events.ts';
import { locate } from '../event/locate.ts';
import { walkJson } from '../event/walk-json.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { jsonText } from '../validation/json-text.ts';
import { isObject } from '../validation/json-type.ts';

/** An event to ask the gateway about, by the text of a contract. */
export interface Question {
  readonly file: string;
  /** 1-based line of the file on which the event begins. */
  readonly line: number;
  /** 0-based index of the event in its file. */
  readonly record: number;
  readonly by: LoadedContract;
  readonly value: JsonValue;
  /** The event as the file has it, so that the gateway reads what we have read. */
  readonly text: string;
}

/** The playground judges one event and opens no envelope, so the records of one are asked about one by one. */
export function* questionsOf(file: string, event: FixtureEvent, by: LoadedContract): Generator<Question> {
  const { record, source, value } = event;
  const { envelope } = by.contract;
  if (envelope === undefined) {
    yield { file, record, by, value, ...textOf(source, source.path, value) };
    return;
  }
  const records = isObject(value) ? value[envelope.recordsPath] : undefined;
  if (!Array.isArray(records)) return;
  for (const [index, item] of records.entries()) {
    const path = [...source.path, envelope.recordsPath, index];
    yield { file, record: index, by, value: item, ...textOf(source, path, item) };
  }
}

/** What stands at a path of a JSON document; of one in another format, the same as JSON. */
function textOf(source: EventSource, path: JsonPath, value: JsonValue): Pick<Question, 'line' | 'text'> {
  const [place] = locate(source, [{ path, anchor: 'value' }]);
  const isJson = source.walk === walkJson && place !== undefined;
  return {
    line: place?.start.line ?? source.line,
    text: isJson ? source.text.slice(place.range.start, place.range.end) : jsonText(value),
  };
}
