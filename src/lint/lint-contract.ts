import type { Contract } from '../contract/contract.ts';
import type { Position } from '../json-value.ts';
import { declaredFields } from './declared-fields.ts';
import { lineFinder } from '../text-position.ts';
import type { Finding, Severity } from './rule.ts';
import { rules } from './rules.ts';

/** A finding with the name of its rule and its place in the contract's text. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** What a contract says that the gateway does not do, in the order of the text. */
export function lintContract(contract: Contract, text: string): LintFinding[] {
  const subject = { contract, fields: declaredFields(contract) };
  const found = new Map<string, Finding & { readonly rule: string; readonly severity: Severity }>();
  for (const [rule, { severity, check }] of Object.entries(rules)) {
    // An alias repeats what its anchor says, at the same place.
    for (const { at, message } of check(subject)) {
      found.set(`${at[0]} ${rule} ${message}`, { rule, severity, message, at });
    }
  }
  if (found.size === 0) return [];
  const positionAt = lineFinder(text);
  return [...found.values()]
    .sort((left, right) => left.at[0] - right.at[0])
    .map(({ at: [start, end], ...finding }) => ({ ...finding, start: positionAt(start), end: positionAt(end) }));
}
