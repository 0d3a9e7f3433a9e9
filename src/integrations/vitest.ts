import type { ContractSource } from '../assertion/contract-source.ts';
import { toSatisfyContract, toViolateContract } from '../assertion/matchers.ts';
import type { MatcherResult, ViolationOptions } from '../assertion/matchers.ts';
import type { ValidateOptions } from '../sdk/compiled-contract.ts';

export { assertEvent } from '../assertion/assert-event.ts';
export { toSatisfyContract, toViolateContract };
export type { ContractSource, MatcherResult, ValidateOptions, ViolationOptions };

/** For `expect.extend(contractMatchers)`, of vitest or Jest. */
export const contractMatchers: {
  toSatisfyContract: typeof toSatisfyContract;
  toViolateContract: typeof toViolateContract;
} = { toSatisfyContract, toViolateContract };

// vitest's own matchers extend those of Jest's global namespace, so this types both, and needs neither.
declare global {
  namespace jest {
    // The parameters have to be those of the other declarations.
    interface Matchers<R, T = {}> {
      /** The event holds to the contract: a `Contract`, a path or file URL, or YAML text. Values are judged as JSON. */
      toSatisfyContract(contract: ContractSource, options?: ValidateOptions): R;
      /** The event breaks the contract, with `kind` and `field` in this way among others. */
      toViolateContract(contract: ContractSource, options?: ViolationOptions): R;
    }
  }
}
