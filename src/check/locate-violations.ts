import type { KeyRange } from '../contract/contract.ts';
import type { EventSource, LocateRequest, Located } from '../event/events.ts';
import { locate } from '../event/locate.ts';
import type { TextRange } from '../json-value.ts';
import { positionAt } from '../text-position.ts';
import { BrokenRule, UnreadableEvent } from './found-violation.ts';
import type { Found, UnmetExpectation } from './found-violation.ts';
import { frameAt } from './frame-at.ts';
import { hintFor } from './hint.ts';
import type { LoadedContract } from './load-contracts.ts';
import { maskedRanges } from './masked-ranges.ts';
import type { ContractPlace, FirstPlace, FoundViolation, ViolationPlace } from './report.ts';
import { isSensitiveAt } from './sensitive.ts';
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

/** The places of violations of one fixture, with one walk over each document that holds any of them. */
export function locateViolations(
  violations: readonly FoundViolation[],
  sensitive: SensitiveFields | undefined,
): readonly ViolationPlace[] {
  const documents = new Map<number, AskedDocument>();
  const documentOf = (source: EventSource): AskedDocument => {
    const document = documents.get(source.line) ?? new AskedDocument(source, sensitive);
    documents.set(source.line, document);
    return document;
  };
  const places = (violations as readonly Found[]).map((violation) => {
    if (violation instanceof UnreadableEvent) return () => unreadablePlace(violation, sensitive);
    if (violation.source === undefined) return nowhere;
    const document = documentOf(violation.source);
    const answer = document.ask(requestFor(violation, violation.source));
    const first = violation instanceof BrokenRule ? firstPlace(violation, document) : undefined;
    return () => ({ ...placeOf(violation, document, answer(), sensitive), ...(first && { first: first() }) });
  });
  return places.map((place) => place());
}

/** Of a file without any text. */
function nowhere(): ViolationPlace {
  const start = { line: 1, column: 1 };
  return { start, end: start, path: [] };
}

/** An undeclared field is at its key, everything else at its value; what is missing, where it should be. */
function requestFor(violation: BrokenRule | UnmetExpectation, source: EventSource): LocateRequest {
  if (!(violation instanceof BrokenRule)) return { path: source.path, anchor: 'opening' };
  const { breach } = violation;
  const siblings = ['required', 'undeclared', 'absent', 'metric'].includes(breach.rule);
  return { path: [...source.path, ...breach.path], anchor: anchorOf(breach.rule), siblings };
}

function anchorOf(rule: BrokenRule['breach']['rule']): LocateRequest['anchor'] {
  if (rule === 'undeclared') return 'key';
  return rule === 'root' ? 'opening' : 'value';
}

function placeOf(
  violation: BrokenRule | UnmetExpectation,
  document: AskedDocument,
  located: Located | undefined,
  sensitive: SensitiveFields | undefined,
): ViolationPlace {
  const { text, line, path } = document.source;
  const range = located?.range ?? { start: 0, end: 0 };
  const start = located?.start ?? { line, column: 1 };
  const place = { start, end: located?.end ?? start, frame: () => frameAt(text, range, document.masked) };
  if (!(violation instanceof BrokenRule)) return { ...place, path };
  const { breach, by } = violation;
  const inEvent = breach.path.slice(violation.depth);
  const secret = sensitive !== undefined && isSensitiveAt(sensitive, inEvent);
  const { siblings = [] } = located ?? {};
  const hint = hintFor(breach, { contract: by.contract, path: inEvent, siblings, secret });
  return {
    ...place,
    ...(secret && { end: start }),
    path: [...path, ...breach.path],
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

function contractPlace({ path, text }: LoadedContract, [start, , , end]: KeyRange): ContractPlace {
  return { path, ...positionAt(text, start), frame: () => frameAt(text, { start, end }) };
}

/** A text that cannot be read cannot be masked: no frame where anything in it might be sensitive. */
function unreadablePlace({ fault }: UnreadableEvent, sensitive: SensitiveFields | undefined): ViolationPlace {
  const { start, end, source } = fault;
  if (source === undefined || sensitive !== undefined) return { start, end, path: [] };
  return { start, end, path: [], frame: () => frameAt(source.text, source.range) };
}
