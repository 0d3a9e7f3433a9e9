import { AssertionError } from 'node:assert';
import type { ValidateOptions } from '../sdk/compiled-contract.ts';
import type { ContractSource } from './contract-source.ts';
import { toSatisfyContract } from './matchers.ts';

/**
 * Holds an event to a contract, for `node:test` and wherever else there is no `expect`.
 *
 * @throws {AssertionError} with every violation and its place in the event, as the report has it.
 */
export function assertEvent(contract: ContractSource, event: unknown, options: ValidateOptions = {}): void {
  const { pass, message } = toSatisfyContract(event, contract, options);
  // Without the event itself, of which some values may have to stay hidden.
  if (!pass) throw new AssertionError({ message: message(), operator: 'assertEvent', stackStartFn: assertEvent });
}
