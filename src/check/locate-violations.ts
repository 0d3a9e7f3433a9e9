import type { KeyRange } from '../contract/contract.ts';
import type { EventSource, LocateRequest, Located } from '../event/events.ts';
import { locate } from '../event/locate.ts';
import type { JsonPath, TextRange } from '../json-value.ts';
import { positionAt } from '../text-position.ts';
import { BrokenRule, UnreadableEvent } from './found-violation.ts';
import type { Found, UnmetExpectation } from './found-violation.ts';
import { frameAt, lineAround } from './frame-at.ts';
import { hintFor } from './hint.ts';
import type { LoadedContract } from './load-contracts.ts';
import { maskedRanges } from './masked-ranges.ts';
import { maskedInLine } from './masked-text.ts';
import type { ContractPlace, FirstPlace, FoundViolation, ViolationPlace } from './report.ts';
import { isSensitiveAt, namesOf } from './sensitive.ts';
import type { SensitiveFields } from './sensitive.ts';

/** A text with events in it, and what is asked about it. */
class AskedDocument {
  readonly source: EventSource;
  readonly #requests: LocateRequest[] = [];
  readonly #sensitive: SensitiveFields | undefined;
  #located: readonly (Located | undefined)[] | undefined;
  #masked: readonly TextRange[] | undefined;

  constructor(source: EventSource, sensitive: SensitiveFields | undefined) {
    this.source = source;
    this.#sensitive = sensitive;
  }

  /** The answer is to be fetched when all is asked: one walk finds everything. */
  ask(request: LocateRequest): () => Located | undefined {
    const index = this.#requests.push(request) - 1;
    return () => {
      this.#located ??= locate(this.source, this.#requests);
      return this.#located[index];
    };
  }

  get masked(): readonly TextRange[] {
    this.#masked ??= this.#sensitive === undefined ? [] : maskedRanges(this.source, this.#sensitive);
    return this.#masked;
  }
}

/**
 * The places of violations of one fixture, in their order. Those of one document are found in one walk over it where they
 * stand in a row, and nothing is held of a document that has been gone through.
 */
export function* locateViolations(
  violations: readonly FoundViolation[],
  sensitive: SensitiveFields | undefined,
): Generator<ViolationPlace> {
  let document: AskedDocument | undefined;
  let waiting: (() => ViolationPlace)[] = [];
  for (const violation of violations as readonly Found[]) {
    const source = violation instanceof UnreadableEvent ? undefined : violation.source;
    if (source === undefined || document === undefined || document.source.line !== source.line) {
      for (const place of waiting) yield place();
      waiting = [];
      document = source && new AskedDocument(source, sensitive);
    }
    if (violation instanceof UnreadableEvent) yield unreadablePlace(violation, sensitive);
    else if (document === undefined) yield nowhere();
    else waiting.push(placeIn(document, violation, sensitive));
  }
  for (const place of waiting) yield place();
}

/** Asks a document for the place of a violation, which is to be fetched when all is asked. */
function placeIn(
  document: AskedDocument,
  violation: BrokenRule | UnmetExpectation,
  sensitive: SensitiveFields | undefined,
): () => ViolationPlace {
  const path = pathOf(violation);
  const answer = document.ask({ path, ...whatToPointAt(violation) });
  const first = violation instanceof BrokenRule ? firstPlace(violation, document) : undefined;
  return () => ({ ...placeOf(violation, path, document, answer(), sensitive), ...(first && { first: first() }) });
}

/** Of a file without any text. */
function nowhere(): ViolationPlace {
  const start = { line: 1, column: 1 };
  return { start, end: start, path: [] };
}

/** From the root of the document. */
function pathOf(violation: BrokenRule | UnmetExpectation): JsonPath {
  const { path = [] } = violation.source ?? {};
  return violation instanceof BrokenRule ? [...path, ...violation.breach.path] : path;
}

/** An undeclared field is at its key, everything else at its value; what is missing, where it should be. */
function whatToPointAt(violation: BrokenRule | UnmetExpectation): Omit<LocateRequest, 'path'> {
  if (!(violation instanceof BrokenRule)) return { anchor: 'opening' };
  const { rule } = violation.breach;
  return { anchor: anchorOf(rule), siblings: ['required', 'undeclared', 'absent', 'metric'].includes(rule) };
}

function anchorOf(rule: BrokenRule['breach']['rule']): LocateRequest['anchor'] {
  if (rule === 'undeclared') return 'key';
  return rule === 'root' ? 'opening' : 'value';
}

function placeOf(
  violation: BrokenRule | UnmetExpectation,
  path: JsonPath,
  document: AskedDocument,
  located: Located | undefined,
  sensitive: SensitiveFields | undefined,
): ViolationPlace {
  const { text, line } = document.source;
  const range = located?.range ?? { start: 0, end: 0 };
  const start = located?.start ?? { line, column: 1 };
  const place = { start, end: located?.end ?? start, path, frame: () => frameAt(text, range, document.masked) };
  if (!(violation instanceof BrokenRule)) return place;
  const { breach, by } = violation;
  const inEvent = breach.path.slice(violation.depth);
  const secret = sensitive !== undefined && isSensitiveAt(sensitive, inEvent);
  const { siblings = [] } = located ?? {};
  const hint = hintFor(breach, { contract: by.contract, path: inEvent, siblings, secret });
  return {
    ...place,
    ...(secret && { end: start }),
    ...(breach.at && { contract: contractPlace(by, breach.at) }),
    ...(hint && { hint }),
  };
}

/** The event that had a repeated value first; of one on another line of NDJSON, that line is all that is known. */
function firstPlace({ first, breach }: BrokenRule, document: AskedDocument): (() => FirstPlace) | undefined {
  if (first === undefined) return undefined;
  const { record, line, path } = first;
  const start = { line, column: 1 };
  if (line !== document.source.line) return () => ({ record, start });
  const answer = document.ask({ path: [...path, ...breach.path], anchor: 'value' });
  return () => ({ record, start: answer()?.start ?? start });
}

/** By the key: thousands of events may break one rule. */
const contractPlaces = new WeakMap<KeyRange, ContractPlace>();

function contractPlace({ path, text }: LoadedContract, range: KeyRange): ContractPlace {
  const [start, , , end] = range;
  const place = contractPlaces.get(range) ?? {
    path,
    ...positionAt(text, start),
    frame: () => frameAt(text, { start, end }),
  };
  contractPlaces.set(range, place);
  return place;
}

/** Of a text that cannot be read, a frame shows next to nothing where anything in it might be sensitive. */
function unreadablePlace({ fault, hint }: UnreadableEvent, sensitive: SensitiveFields | undefined): ViolationPlace {
  const { start, end, source } = fault;
  const place = { start, end: sensitive === undefined ? end : start, path: [], ...(hint && { hint }) };
  const line = source && lineAround(source.text, source.range.start);
  if (source === undefined || line === undefined || source.text.slice(line.start, line.end).trim() === '') return place;
  const { text, range } = source;
  return { ...place, frame: () => frameAt(text, range, sensitive && maskedAround(text, line, range.start, sensitive)) };
}

/** How much before a fault is looked at, in UTF-16 units: a line may be as long as a file. */
const lookBack = 2000;

function maskedAround(text: string, line: TextRange, offset: number, sensitive: SensitiveFields): readonly TextRange[] {
  const start = Math.max(line.start, offset - lookBack);
  const end = Math.min(line.end, offset + lookBack);
  const ranges = maskedInLine(text.slice(start, end), namesOf(sensitive));
  return ranges.map((range) => ({ start: start + range.start, end: start + range.end }));
}
