import picocolors from 'picocolors';
import { BrokenRule } from '../check/found-violation.ts';
import { locateViolations } from '../check/locate-violations.ts';
import type { FoundViolation } from '../check/report.ts';
import { redactBreach, sensitiveInAny } from '../check/sensitive.ts';
import { validatorOf } from '../check/validator-of.ts';
import { readJson } from '../event/read-json.ts';
import { walkJson } from '../event/walk-json.ts';
import { checkLines } from '../report/human-check.ts';
import type { Style } from '../report/style.ts';
import type { ValidateOptions } from '../sdk/compiled-contract.ts';
import { ContractGateError } from '../sdk/errors.ts';
import type { ContractSource } from './contract-source.ts';
import { eventText } from './event-text.ts';
import { loadContract } from './load-contract.ts';

/** The verdict on an event, as an assertion needs it. */
export interface JudgedEvent {
  readonly violations: readonly FoundViolation[];
  /** Name and version of the contract. */
  readonly contract: string;
  /** The event's text. Nothing in it is masked. */
  readonly text: string;
  /** The violations as the report shows them, with frames; values of fields that declare a PII transform are masked. */
  readonly report: () => string;
}

/** Messages of assertions are shown by tools of all kinds. */
const style: Style = { colors: picocolors.createColors(false), width: 120, path: (path) => path, link: (text) => text };

/** Judges a JavaScript value as `CompiledContract.validate` does. */
export function judgeEvent(source: ContractSource, event: unknown, { now }: ValidateOptions): JudgedEvent {
  const by = loadContract(source);
  const { path, contract } = by;
  const sensitive = sensitiveInAny([by]);
  const text = eventText(event);
  const read = readJson(text);
  if (!read.ok) throw new ContractGateError(`the event is not JSON that the gateway could read: ${read.message}`);
  const place = { text, path: [], line: 1, walk: walkJson };
  const violations = validatorOf(by)
    .check(read.value, Math.floor(now ?? Date.now() / 1000))
    .map((breach) => {
      const shown = sensitive === undefined ? breach : redactBreach(breach, sensitive, 0);
      return new BrokenRule(0, shown, place, by);
    });
  const check = {
    file: 'the event',
    contract: path,
    contractName: contract.name,
    contractVersion: contract.version,
    expect: 'pass',
    passed: violations.length === 0,
    events: 1,
    failedEvents: Math.min(1, violations.length),
    violations,
    locate: (some: readonly FoundViolation[]) => locateViolations(some, sensitive),
  } as const;
  return {
    violations,
    contract: `${contract.name} ${contract.version}`,
    text,
    report: () => `${checkLines(check, style).join('\n')}\n`,
  };
}
