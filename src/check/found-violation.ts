import type { EventFault, EventSource } from '../event/events.ts';
import type { JsonPath } from '../json-value.ts';
import { messageOf, kindOf } from '../validation/message.ts';
import type { Breach } from '../validation/violation.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { FoundKind, FoundViolation, Hint } from './report.ts';
import { mask } from './sensitive.ts';

/** A rule that an event breaks. The sentence is made when it is asked for: of most violations only the number is shown. */
export class BrokenRule implements FoundViolation {
  readonly record: number;
  readonly breach: Breach;
  readonly source: EventSource;
  readonly by: LoadedContract;
  readonly first: FirstEvent | undefined;

  constructor(record: number, breach: Breach, source: EventSource, by: LoadedContract, first?: FirstEvent) {
    this.record = record;
    this.breach = breach;
    this.source = source;
    this.by = by;
    this.first = first;
  }

  /** How many steps of the breach's path lead to the event: of an envelope's record two. */
  get depth(): number {
    return this.breach.rule !== 'wrapper' && this.by.contract.envelope !== undefined ? 2 : 0;
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

/** The event that had a value first which must be unique. */
export interface FirstEvent {
  readonly record: number;
  /** The line on which its document begins, and where it is in there. */
  readonly line: number;
  readonly path: JsonPath;
}

/** A text that is no event at all. */
export class UnreadableEvent implements FoundViolation {
  readonly record: number;
  readonly fault: EventFault;
  readonly field = '<root>';
  readonly kind: FoundKind;

  readonly message: string;
  readonly hint: Hint | undefined;

  /** `discreet`: neither the message nor the hint may tell anything of the text. */
  constructor(fault: EventFault, discreet: boolean) {
    this.record = fault.record;
    this.fault = fault;
    this.kind = fault.kind ?? 'invalid_json';
    this.message = discreet && fault.kind === undefined ? withoutQuotes(fault) : fault.message;
    this.hint = discreet ? discreetHint(fault) : fault.hint;
  }
}

function withoutQuotes({ message, discreetMessage }: EventFault): string {
  if (discreetMessage !== undefined) return discreetMessage;
  return message.replace(/`([^`]*)`/g, (quoted, inside: string) =>
    tellsNothing.test(inside) ? quoted : `\`${mask}\``,
  );
}

/**
 * Punctuation in backticks is what the reader expected or found; a number that is none, and a word for nothing, may stand in
 * any field.
 */
const tellsNothing = /^([^\p{L}\p{N}]*|[-+]?\.?(nan|inf|infinity)|undefined|none|nil|null|\\u)$/iu;

function discreetHint({ hint }: EventFault): Hint | undefined {
  return hint?.suggestion === undefined || hint.suggestion === 'null' ? hint : undefined;
}

/** A negative fixture's event that does not fail as it should. */
export class UnmetExpectation implements FoundViolation {
  readonly record: number;
  /** Undefined: the file has no event at all. */
  readonly source: EventSource | undefined;
  readonly kind: 'unexpected_pass' | 'unexpected_violation';
  readonly message: string;
  readonly field = '<root>';

  constructor(record: number, source: EventSource | undefined, kind: UnmetExpectation['kind'], message: string) {
    this.record = record;
    this.source = source;
    this.kind = kind;
    this.message = message;
  }
}

/** Everything that a check can find. */
export type Found = BrokenRule | UnreadableEvent | UnmetExpectation;
