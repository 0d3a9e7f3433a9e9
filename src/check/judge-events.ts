import type { Recognise } from '../baseline/baseline.ts';
import type { EventFault, FixtureEvent } from '../event/events.ts';
import type { JsonValue } from '../json-value.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { isObject } from '../validation/json-type.ts';
import type { Validator } from '../validation/compile-contract.ts';
import { kindOf } from '../validation/message.ts';
import type { UniquenessLimit, UniquenessTracker } from '../validation/uniqueness.ts';
import type { Breach } from '../validation/violation.ts';
import { noEventFails, unmetExpectation } from './expectation.ts';
import { BrokenRule, UnreadableEvent } from './found-violation.ts';
import type { FirstEvent, Found } from './found-violation.ts';
import { KeptViolations } from './kept-violations.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { OmittedViolations } from './report.ts';
import { mayBeSensitiveAt, redactBreach, sensitiveInAny } from './sensitive.ts';
import type { SensitiveFields } from './sensitive.ts';
import { validatorOf } from './validator-of.ts';

/** The verdict on a fixture's events. */
export interface Verdict {
  readonly events: number;
  readonly failedEvents: number;
  readonly violations: readonly Found[];
  readonly omitted: readonly OmittedViolations[];
  /** How many violations the baseline knows: they are not among the others. */
  readonly known: number;
  /** How many events each contract let pass. */
  readonly matched: ReadonlyMap<LoadedContract, number>;
}

export interface JudgeOptions {
  /** Unix seconds; undefined: freshness rules are not judged. */
  readonly now: number | undefined;
  readonly showValues: boolean;
  /** Tells the violations that are put up with. */
  readonly recognise?: Recognise | undefined;
}

/** Of one fixture and rule; about 100 MB. */
const uniquenessLimit: UniquenessLimit = { values: 500_000, characters: 50_000_000 };

/** A contract that may decide, and what it has seen. */
interface Candidate {
  readonly by: LoadedContract;
  readonly validator: Validator;
  readonly unique: UniquenessTracker | undefined;
  matched: number;
}

/** What a contract says of a payload: of one event, or of all records in an envelope. */
interface PayloadVerdict {
  readonly by: LoadedContract;
  readonly records: number;
  readonly breaches: readonly { readonly record: number; readonly breach: Breach }[];
  /** The wrapper is broken, which the first record tells; the gateway quarantines the others with it. */
  readonly isWhole: boolean;
}

/** Judges the events of one fixture as they come, in order. */
export class EventJudge {
  readonly #file: string;
  readonly #mapping: Mapping;
  readonly #candidates: readonly Candidate[];
  readonly #takesPayloads: boolean;
  readonly #now: number | undefined;
  /** What may not be shown, whichever of the contracts says so. */
  readonly #sensitive: SensitiveFields | undefined;
  /** By record, what a rule of uniqueness may have to point back to. */
  readonly #firsts: Map<number, FirstEvent> = new Map();
  readonly #kept: KeptViolations = new KeptViolations();
  #events = 0;
  #failedEvents = 0;
  #known = 0;
  readonly #recognise: Recognise | undefined;

  /** `contracts`: most wanted first; only with `resolution: fallback` are the others asked. */
  constructor(file: string, mapping: Mapping, contracts: readonly LoadedContract[], options: JudgeOptions) {
    const { now, showValues, recognise } = options;
    this.#file = file;
    this.#recognise = recognise;
    this.#mapping = mapping;
    this.#candidates = contracts.slice(0, mapping.resolution === 'fallback' ? undefined : 1).map(candidateOf);
    this.#takesPayloads = this.#candidates.some(({ by }) => by.contract.envelope !== undefined);
    this.#now = now;
    this.#sensitive = showValues ? undefined : sensitiveInAny(contracts);
  }

  /** How many there have been. */
  get events(): number {
    return this.#events;
  }

  /** Why the rest of the events cannot be judged; undefined: they can. */
  get objection(): string | undefined {
    const field = this.#candidates.find(({ unique }) => unique?.full !== undefined)?.unique?.full;
    return field === undefined
      ? undefined
      : `the uniqueness rule of \`${field}\` has more than ${uniquenessLimit.values} different values to remember, or very long ones`;
  }

  /** The verdict on all events, to be asked for when there are no more. */
  finish(): Verdict {
    if (this.#mapping.expect === 'fail' && this.#events === 0) {
      const none = noEventFails();
      if (!this.#isKnown(none, null)) this.#kept.add(none);
    }
    return {
      events: this.#events,
      failedEvents: this.#failedEvents,
      violations: this.#kept.kept,
      omitted: this.#kept.omitted,
      known: this.#known,
      matched: new Map(this.#candidates.filter(({ matched }) => matched > 0).map(({ by, matched }) => [by, matched])),
    };
  }

  /** No event so far has failed. */
  get isClean(): boolean {
    return this.#failedEvents === 0;
  }

  /** Events that somebody else has judged, by the first contract: all of them hold. */
  skip(events: number): void {
    const [first] = this.#candidates;
    this.#events += events;
    if (first !== undefined) first.matched += events;
  }

  judge(event: FixtureEvent | EventFault): void {
    if (!event.ok) this.#settle([new UnreadableEvent(event, this.#isSecret(event))], event);
    else if (this.#takesPayloads) this.#judgePayload(event);
    else this.#judgeEvent(event);
  }

  /** Whether the text of a fault must not be quoted: any of it where it cannot be told what belongs to which field. */
  #isSecret({ path }: EventFault): boolean {
    if (this.#sensitive === undefined) return false;
    return path === undefined || mayBeSensitiveAt(this.#sensitive, path);
  }

  #judgeEvent(event: FixtureEvent): void {
    let breaches: readonly Breach[] = [];
    for (const candidate of this.#candidates) {
      const found = candidate.validator.check(event.value, this.#now);
      if (candidate === this.#candidates[0]) breaches = found;
      if (found.length > 0) continue;
      const repeated = candidate.unique === undefined ? found : this.#repeated(candidate.unique, event);
      if (repeated.length === 0) candidate.matched++;
      this.#settleBreaches(repeated, event, candidate.by);
      return;
    }
    const [first] = this.#candidates;
    if (first === undefined) return;
    const repeated = first.unique === undefined ? [] : this.#repeated(first.unique, event);
    this.#settleBreaches([...breaches, ...repeated], event, first.by);
  }

  #repeated(unique: UniquenessTracker, event: FixtureEvent): readonly Breach[] {
    const { record, value } = event;
    return unique.check(value, record, () => {
      const { line, path } = event.source;
      this.#firsts.set(record, { record, line, path });
    });
  }

  /** The records of an envelope are the events; their numbers go on from one payload to the next. */
  #judgePayload(event: FixtureEvent): void {
    const [first, ...others] = this.#candidates;
    if (first === undefined) return;
    let verdict = payloadVerdict(first.by, event.value, this.#now);
    let decided = first;
    for (const other of verdict.breaches.length > 0 ? others : []) {
      const next = payloadVerdict(other.by, event.value, this.#now);
      if (next.breaches.length > 0) continue;
      [verdict, decided] = [next, other];
      break;
    }
    const breaches = Array.from({ length: verdict.records }, (): Breach[] => []);
    for (const { record, breach } of verdict.breaches) breaches[record]?.push(breach);
    const isEnvelope = decided.by.contract.envelope !== undefined;
    if (decided.unique !== undefined && !isEnvelope) breaches[0]?.push(...this.#repeated(decided.unique, event));
    const { ok, source } = event;
    for (const [index, found] of breaches.entries()) {
      const value = isEnvelope && !verdict.isWhole ? recordIn(event.value, decided.by, index) : event.value;
      const here = { ok, value, source, record: this.#events };
      if (found.length > 0 || !verdict.isWhole) this.#settleBreaches(found, here, verdict.by);
      else {
        this.#events++;
        if (this.#mapping.expect === 'pass') this.#failedEvents++;
      }
      if (found.length === 0 && !verdict.isWhole) decided.matched++;
    }
  }

  #settleBreaches(breaches: readonly Breach[], event: FixtureEvent, by: LoadedContract): void {
    if (this.#mapping.expect === 'fail') {
      this.#settle(
        breaches.map((breach) => this.#brokenRule(breach, event, by)),
        event,
      );
      return;
    }
    this.#events++;
    let isNew = false;
    for (const breach of breaches) {
      const { field } = breach;
      if (this.#isKnown({ kind: kindOf(breach), field }, event.value, by)) continue;
      isNew = true;
      if (!this.#kept.hasRoomFor(kindOf(breach), breach.field, event.record)) continue;
      this.#kept.add(this.#brokenRule(breach, event, by));
    }
    if (isNew) this.#failedEvents++;
  }

  #brokenRule(breach: Breach, { record, source }: FixtureEvent, by: LoadedContract): BrokenRule {
    const depth = by.contract.envelope === undefined ? 0 : 2;
    const shown = this.#sensitive === undefined ? breach : redactBreach(breach, this.#sensitive, depth);
    const first = breach.rule === 'unique' && breach.first !== undefined ? this.#firsts.get(breach.first) : undefined;
    return new BrokenRule(record, shown, source, by, first);
  }

  #settle(found: readonly Found[], event: FixtureEvent | EventFault): void {
    const violations = this.#mapping.expect === 'fail' ? unmetExpectation(this.#mapping, found, event) : found;
    this.#events++;
    let isNew = false;
    for (const violation of violations) {
      const content = event.ok ? event.value : (event.source?.text ?? null);
      if (this.#isKnown(violation, content, violation instanceof BrokenRule ? violation.by : undefined)) continue;
      isNew = true;
      if (this.#kept.hasRoomFor(violation.kind, violation.field, violation.record)) this.#kept.add(violation);
    }
    if (isNew) this.#failedEvents++;
  }

  /** Whether the baseline knows of it; asked once for each violation. */
  #isKnown({ kind, field }: { kind: string; field: string }, record: JsonValue, by = this.#candidates[0]?.by): boolean {
    if (this.#recognise?.({ file: this.#file, contract: by?.path ?? '', kind, field, record }) !== true) return false;
    this.#known++;
    return true;
  }
}

function candidateOf(by: LoadedContract): Candidate {
  const validator = validatorOf(by);
  return { by, validator, unique: validator.trackUniqueness(uniquenessLimit), matched: 0 };
}

/** A record of an envelope; the payload where the records are not where they should be. */
function recordIn(payload: JsonValue, { contract }: LoadedContract, index: number): JsonValue {
  const records = isObject(payload) ? payload[contract.envelope?.recordsPath ?? ''] : undefined;
  return (Array.isArray(records) ? records[index] : undefined) ?? payload;
}

function payloadVerdict(by: LoadedContract, value: JsonValue, now: number | undefined): PayloadVerdict {
  const validator = validatorOf(by);
  const result = validator.checkEnvelope(value, now);
  if (result !== undefined) {
    const { passed, quarantined, breaches } = result;
    return { by, records: passed + quarantined, breaches, isWhole: breaches[0]?.breach.rule === 'wrapper' };
  }
  const breaches = validator.check(value, now).map((breach) => ({ record: 0, breach }));
  return { by, records: 1, breaches, isWhole: false };
}
