import type { JsonPath, JsonValue, Position, TextRange } from '../json-value.ts';
import type { SyntaxHint } from './syntax-hint.ts';

export type Format = 'json' | 'ndjson' | 'yaml';

/** One event of a fixture. */
export interface FixtureEvent {
  readonly ok: true;
  /** 0-based, counted over the file's events (blank lines are not events; broken ones are). */
  readonly record: number;
  readonly value: JsonValue;
  readonly source: EventSource;
}

/** A text that holds an event, and where it stands in the file. Positions are computed from it on demand. */
export interface EventSource {
  readonly text: string;
  /** Where the event is inside `text`: `[]` for a line of NDJSON, `[3]` for the fourth element of an array. */
  readonly path: JsonPath;
  /** 1-based line of the file on which `text` begins. */
  readonly line: number;
  /** Walks the values of the document for a watcher; a function of the format, so that no other format is loaded for it. */
  readonly walk: (source: EventSource, watcher: Watcher) => void;
}

/** Is told where values stand, for the parts of a document that it asks for. */
export interface Watcher {
  /** Who watches the member or element of this value; undefined: nobody. */
  child(step: string | number): Watcher | undefined;
  /** Nothing at this element of the document's own list, or after it, is asked for. */
  isOver?(index: number): boolean;
  /** The value begins. Called again for a later member of the same name, which replaces the earlier one. */
  open(): void;
  /** The value has ended; `key` is that of the member. */
  close(value: TextRange, key: TextRange | undefined): void;
  /** A comment, wherever one stands. */
  comment?(range: TextRange): void;
}

/** A place in the fixture that cannot be read as an event. */
export interface EventFault {
  readonly ok: false;
  /** By default, that the text is not what the gateway could read. */
  readonly kind?: 'missing_event';
  readonly record: number;
  /** What is wrong, in one sentence, with what it quotes of the text in backticks. */
  readonly message: string;
  /** The same without a word of the text, where backticks do not tell what is quoted. */
  readonly discreetMessage?: string;
  /** Where in the document the sentence is about, if all around it could be understood. */
  readonly path?: JsonPath;
  readonly hint?: SyntaxHint;
  readonly start: Position;
  readonly end: Position;
  /** The text around, for a frame, with where in it the fault is; absent where there is no text (binary). */
  readonly source?: { readonly text: string; readonly range: TextRange };
}

/** What to point at: a value, the key of a member, or the opening brace or bracket of a container. */
export type Anchor = 'value' | 'key' | 'opening';

export interface LocateRequest {
  readonly path: JsonPath;
  readonly anchor: Anchor;
  /** Whether the names of the members beside it are wanted. */
  readonly siblings?: boolean;
}

export interface Located {
  readonly range: TextRange;
  readonly start: Position;
  readonly end: Position;
  /** In the order of the text, where they were asked for. */
  readonly siblings?: readonly string[];
}
