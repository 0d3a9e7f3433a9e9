import type { Contract } from '../contract/contract.ts';
import { compileContract } from '../validation/compile-contract.ts';
import type { CompileResult, Validator } from '../validation/compile-contract.ts';
import type { LoadedContract } from './load-contracts.ts';

const results = new WeakMap<Contract, CompileResult>();

/** The validator of a contract, or why the gateway refuses it. */
export function compileOnce(contract: Contract): CompileResult {
  const known = results.get(contract);
  if (known !== undefined) return known;
  const result = compileContract(contract);
  results.set(contract, result);
  return result;
}

/** What judges by a contract that was loaded. */
export function validatorOf({ path, contract }: LoadedContract): Validator {
  const result = compileOnce(contract);
  if (!result.ok) throw new Error(`${path} was loaded, and does not compile`);
  return result.validator;
}
