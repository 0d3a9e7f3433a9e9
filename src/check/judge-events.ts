import type { EventFault, FixtureEvent } from '../event/events.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { UniquenessTracker } from '../validation/uniqueness.ts';
import type { Breach } from '../validation/violation.ts';
import { noEventFails, unmetExpectation } from './expectation.ts';
import { BrokenRule, UnreadableEvent } from './found-violation.ts';
import type { FirstEvent, Found } from './found-violation.ts';
import type { LoadedContract } from './load-contracts.ts';
import { redactBreach, sensitiveInAny } from './sensitive.ts';
import type { SensitiveFields } from './sensitive.ts';

/** The verdict on a fixture's events so far. */
export interface Verdict {
  events: number;
  failedEvents: number;
  readonly violations: Found[];
  /** How many events each contract let pass. */
  readonly matched: Map<LoadedContract, number>;
}

export interface JudgeOptions {
  /** Unix seconds; undefined: freshness rules are not judged. */
  readonly now: number | undefined;
  readonly showValues: boolean;
}

/** Judges the events of one fixture as they come, in order. */
export class EventJudge {
  readonly verdict: Verdict = { events: 0, failedEvents: 0, violations: [], matched: new Map() };
  readonly #mapping: Mapping;
  readonly #contracts: readonly LoadedContract[];
  readonly #unique: ReadonlyMap<LoadedContract, UniquenessTracker | undefined>;
  readonly #options: JudgeOptions;
  /** What may not be shown, whichever of the contracts says so. */
  readonly #sensitive: SensitiveFields | undefined;
  /** By record, what a rule of uniqueness may have to point back to. */
  readonly #judged: FirstEvent[] = [];

  /** `contracts`: most wanted first; only with `resolution: fallback` are the others asked. */
  constructor(mapping: Mapping, contracts: readonly LoadedContract[], options: JudgeOptions) {
    this.#mapping = mapping;
    this.#contracts = mapping.resolution === 'fallback' ? contracts : contracts.slice(0, 1);
    this.#unique = new Map(contracts.map((contract) => [contract, contract.validator.trackUniqueness()]));
    this.#options = options;
    this.#sensitive = options.showValues ? undefined : sensitiveInAny(contracts.map(({ sensitive }) => sensitive));
  }

  /** The verdict on all events, to be asked for when there are no more. */
  finish(): Verdict {
    if (this.#mapping.expect === 'fail' && this.verdict.events === 0) this.verdict.violations.push(noEventFails());
    return this.verdict;
  }

  judge(event: FixtureEvent | EventFault): void {
    if (!event.ok) {
      this.#settle([new UnreadableEvent(event, this.#sensitive !== undefined)], event);
      return;
    }
    const [first] = this.#contracts;
    if (first?.contract.envelope !== undefined) this.#judgeEnvelope(event, first);
    else this.#judgeEvent(event);
  }

  #judgeEvent(event: FixtureEvent): void {
    let first: { readonly by: LoadedContract; readonly breaches: readonly Breach[] } | undefined;
    for (const by of this.#contracts) {
      const breaches = by.validator.check(event.value, this.#options.now);
      first ??= { by, breaches };
      if (breaches.length > 0) continue;
      const repeated = this.#repeated(by, event);
      if (repeated.length === 0) this.verdict.matched.set(by, (this.verdict.matched.get(by) ?? 0) + 1);
      this.#settle(this.#found(event.record, repeated, event, by), event);
      return;
    }
    if (first === undefined) return;
    const repeated = this.#repeated(first.by, event);
    this.#settle(this.#found(event.record, [...first.breaches, ...repeated], event, first.by), event);
  }

  #repeated(by: LoadedContract, { value, record, source }: FixtureEvent): readonly Breach[] {
    const track = this.#unique.get(by);
    if (track === undefined) return [];
    this.#judged[record] = { record, line: source.line, path: source.path };
    return track(value, record);
  }

  /** The records of an envelope are the events; their numbers go on from one payload to the next. */
  #judgeEnvelope(event: FixtureEvent, by: LoadedContract): void {
    const result = by.validator.checkEnvelope(event.value, this.#options.now);
    if (result === undefined) return;
    const first = this.verdict.events;
    const records = result.passed + result.quarantined;
    const breaches = Array.from({ length: records }, (): Breach[] => []);
    for (const { record, breach } of result.breaches) breaches[record]?.push(breach);
    for (const [record, found] of breaches.entries()) {
      if (found.length === 0 && result.passed === 0) {
        // The wrapper is broken, which the first record tells; the gateway quarantines the others with it.
        this.verdict.events++;
        this.verdict.failedEvents++;
        continue;
      }
      const here = { ok: event.ok, record: first + record, value: event.value, source: event.source };
      this.#settle(this.#found(here.record, found, event, by), here);
    }
  }

  #found(record: number, breaches: readonly Breach[], { source }: FixtureEvent, by: LoadedContract): Found[] {
    const sensitive = this.#sensitive;
    const depth = by.contract.envelope === undefined ? 0 : 2;
    return breaches.map((breach) => {
      const shown = sensitive === undefined ? breach : redactBreach(breach, sensitive, depth);
      return new BrokenRule(record, shown, source, by, this.#firstOf(breach));
    });
  }

  #firstOf(breach: Breach): FirstEvent | undefined {
    if (breach.rule !== 'unique' || breach.first === undefined) return undefined;
    return this.#judged[breach.first];
  }

  #settle(found: readonly Found[], event: FixtureEvent | EventFault): void {
    const violations = this.#mapping.expect === 'fail' ? unmetExpectation(this.#mapping, found, event) : found;
    this.verdict.events++;
    if (violations.length === 0) return;
    this.verdict.failedEvents++;
    for (const violation of violations) this.verdict.violations.push(violation);
  }
}
