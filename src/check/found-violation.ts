import type { EventFault, EventSource } from '../event/events.ts';
import { messageOf, kindOf } from '../validation/message.ts';
import type { Breach } from '../validation/violation.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { FoundKind, FoundViolation } from './report.ts';

/** A rule that an event breaks. The sentence is made when it is asked for: of most violations only the number is shown. */
export class BrokenRule implements FoundViolation {
  readonly record: number;
  readonly breach: Breach;
  readonly source: EventSource;
  readonly by: LoadedContract;

  constructor(record: number, breach: Breach, source: EventSource, by: LoadedContract) {
    this.record = record;
    this.breach = breach;
    this.source = source;
    this.by = by;
  }

  get field(): string {
    return this.breach.field;
  }

  get kind(): FoundKind {
    return kindOf(this.breach);
  }

  get message(): string {
    return messageOf(this.breach);
  }
}

/** A text that is no event at all. */
export class UnreadableEvent implements FoundViolation {
  readonly record: number;
  readonly fault: EventFault;
  readonly field = '<root>';
  readonly kind: FoundKind;

  constructor(fault: EventFault) {
    this.record = fault.record;
    this.fault = fault;
    this.kind = fault.kind ?? 'invalid_json';
  }

  get message(): string {
    return this.fault.message;
  }
}

/** A negative fixture's event that does not fail as it should. */
export class UnmetExpectation implements FoundViolation {
  readonly record: number;
  readonly source: EventSource;
  readonly kind: 'unexpected_pass' | 'unexpected_violation';
  readonly message: string;
  readonly field = '<root>';

  constructor(record: number, source: EventSource, kind: UnmetExpectation['kind'], message: string) {
    this.record = record;
    this.source = source;
    this.kind = kind;
    this.message = message;
  }
}

/** Everything that a check can find. */
export type Found = BrokenRule | UnreadableEvent | UnmetExpectation;
