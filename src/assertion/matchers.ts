import { optionFault } from '../option-names.ts';
import type { Names } from '../option-names.ts';
import type { ValidateOptions } from '../sdk/compiled-contract.ts';
import { ContractGateError } from '../sdk/errors.ts';
import type { ViolationKind } from '../validation/violation.ts';
import type { ContractSource } from './contract-source.ts';
import { judgeEvent } from './judge-event.ts';

export interface ViolationOptions extends ValidateOptions {
  /** One of the violations has to be of this kind; */
  readonly kind?: ViolationKind;
  /** and at this field, `order.lines[0].sku`. */
  readonly field?: string;
}

/** What `expect.extend` of vitest and Jest want of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** `expect(event).toSatisfyContract(contract)` */
export function toSatisfyContract(
  event: unknown,
  contract: ContractSource,
  options: ValidateOptions = {},
): MatcherResult {
  checkOptions('toSatisfyContract', options, { now: true });
  const judged = judgeEvent(contract, event, options);
  return judged.violations.length === 0
    ? { pass: true, message: () => `expected the event to violate ${judged.contract}, but it satisfies it` }
    : { pass: false, message: () => `expected the event to satisfy ${judged.contract}\n\n${judged.report()}` };
}

/** `expect(event).toViolateContract(contract, { kind, field })` */
export function toViolateContract(
  event: unknown,
  contract: ContractSource,
  options: ViolationOptions = {},
): MatcherResult {
  checkOptions('toViolateContract', options, { now: true, kind: true, field: true });
  const { kind, field } = options;
  const judged = judgeEvent(contract, event, options);
  const wanted = judged.violations.some(
    (violation) => (kind ?? violation.kind) === violation.kind && (field ?? violation.field) === violation.field,
  );
  const how = [kind, field === undefined ? undefined : `at ${field}`].filter((part) => part !== undefined).join(' ');
  const what = `${judged.contract}${how === '' ? '' : ` (${how})`}`;
  if (wanted) return { pass: true, message: () => `expected the event not to violate ${what}\n\n${judged.report()}` };
  const found = judged.violations.length === 0 ? 'it satisfies it' : `it does so otherwise\n\n${judged.report()}`;
  return { pass: false, message: () => `expected the event to violate ${what}, but ${found}` };
}

/** An option that is passed over would make an assertion weaker than it reads. @throws {ContractGateError} */
function checkOptions<Options>(matcher: string, options: Options, names: Names<Options>): void {
  const fault = optionFault(matcher, options, names);
  if (fault !== undefined) throw new ContractGateError(fault);
}
