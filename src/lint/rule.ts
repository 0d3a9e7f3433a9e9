import type { Contract, KeyRange, KeyRanges } from '../contract/contract.ts';
import type { DeclaredField } from './declared-fields.ts';

/** `warning`: what the contract says does not happen, or not as it reads. `note`: it happens, but may surprise. */
export type Severity = 'warning' | 'note';

/** Something that the gateway accepts in silence and then does not do. */
interface Rule {
  readonly severity: Severity;
  /** One sentence, for the list of rules. */
  readonly summary: string;
  /** What the gateway does, and what to do about it. */
  readonly explanation: string;
  /** A contract that breaks this rule and no other. */
  readonly bad: string;
  /** What it should say; breaks no rule. */
  readonly good: string;
  readonly check: (subject: Subject) => Iterable<Finding>;
}

/** Rules by their names, which are stable. */
export type Rules = Readonly<Record<string, Rule>>;

/** A contract, and what all rules want to know about it. */
export interface Subject {
  readonly contract: Contract;
  readonly fields: readonly DeclaredField[];
}

export interface Finding {
  /** The key to blame. */
  readonly at: KeyRange;
  /** One sentence without a full stop: what is wrong and why it matters. */
  readonly message: string;
}

/** The place of a key; where the contract leaves it out, of the mapping that it would stand in. */
export function placeOf(at: KeyRanges, ...keys: readonly string[]): KeyRange {
  const key = keys.find((candidate) => Object.hasOwn(at, candidate)) ?? '';
  return at[key] ?? [0, 0, 0, 0];
}
