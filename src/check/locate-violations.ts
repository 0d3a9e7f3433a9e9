import type { EventSource, LocateRequest, Located } from '../event/events.ts';
import { locate } from '../event/locate.ts';
import { positionAt } from '../text-position.ts';
import { BrokenRule, UnreadableEvent } from './found-violation.ts';
import type { Found, UnmetExpectation } from './found-violation.ts';
import type { LoadedContract } from './load-contracts.ts';
import { maskText } from './mask-text.ts';
import type { Frame, FoundViolation, ViolationPlace } from './report.ts';
import type { SensitiveFields } from './sensitive.ts';

/** The places of violations of one fixture, with one walk over each document that holds any of them. */
export function locateViolations(
  violations: readonly FoundViolation[],
  sensitive: SensitiveFields | undefined,
): readonly ViolationPlace[] {
  const found = violations as readonly Found[];
  const documents = new Map<number, { readonly source: EventSource; readonly requests: LocateRequest[] }>();
  const places = found.map((violation) => {
    if (violation instanceof UnreadableEvent) return () => unreadablePlace(violation, sensitive);
    const { source } = violation;
    const document = documents.get(source.line) ?? { source, requests: [] };
    documents.set(source.line, document);
    const index = document.requests.push(requestFor(violation)) - 1;
    return () => placeOf(violation, locatedIn(document)[index], frameOf(source));
  });

  const located = new Map<object, readonly (Located | undefined)[]>();
  const locatedIn = (document: { readonly source: EventSource; readonly requests: readonly LocateRequest[] }) =>
    remember(located, document, () => locate(document.source, document.requests));
  const frames = new Map<number, Frame>();
  const frameOf = (source: EventSource): Frame =>
    remember(frames, source.line, () => ({
      text: sensitive === undefined ? source.text : maskText(source, sensitive),
      line: source.line,
    }));
  return places.map((place) => place());
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** An undeclared field is at its key, everything else at its value; what is missing, where it should be. */
function requestFor(violation: BrokenRule | UnmetExpectation): LocateRequest {
  if (!(violation instanceof BrokenRule)) return { path: violation.source.path, anchor: 'opening' };
  const { breach, source } = violation;
  return { path: [...source.path, ...breach.path], anchor: anchorOf(breach.rule) };
}

function anchorOf(rule: BrokenRule['breach']['rule']): LocateRequest['anchor'] {
  if (rule === 'undeclared') return 'key';
  return rule === 'root' ? 'opening' : 'value';
}

function placeOf(violation: BrokenRule | UnmetExpectation, located: Located | undefined, frame: Frame): ViolationPlace {
  const { source } = violation;
  const start = located?.start ?? { line: source.line, column: 1 };
  const place = { start, end: located?.end ?? start, frame };
  if (!(violation instanceof BrokenRule)) return { ...place, path: source.path };
  const { breach, by } = violation;
  return { ...place, path: [...source.path, ...breach.path], ...contractPlace(by, breach.at?.[0]) };
}

function contractPlace(
  { text }: LoadedContract,
  offset: number | undefined,
): Pick<ViolationPlace, 'contract' | 'contractText'> {
  return offset === undefined ? {} : { contract: positionAt(text, offset), contractText: text };
}

/** A text that cannot be read cannot be masked: no frame where anything in it might be sensitive. */
function unreadablePlace({ fault }: UnreadableEvent, sensitive: SensitiveFields | undefined): ViolationPlace {
  const { start, end, source } = fault;
  return { start, end, path: [], ...(source !== undefined && sensitive === undefined && { frame: source }) };
}
