import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileText } from '../check/read-contract.ts';
import type { LoadedContract } from '../check/load-contracts.ts';
import { CompiledContract } from '../sdk/compiled-contract.ts';
import { Contract } from '../sdk/contract.ts';
import { ContractCompileError, ContractGateError } from '../sdk/errors.ts';
import type { ContractSource } from './contract-source.ts';

/** By text, so that each contract is compiled once however often it is asserted, and anew when its file has changed. */
const compiled = new Map<string, LoadedContract>();

/**
 * @throws {ContractGateError} where there is no such file.
 * @throws {ContractCompileError} where the gateway would refuse the contract.
 */
export function loadContract(source: ContractSource): LoadedContract {
  const { path, text } = textOf(source);
  const key = `${path}\n${text}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const contract = compileText(path, text);
  if ('code' in contract) {
    throw new ContractCompileError(`${path}: ${contract.message}`, contract.line ?? 1, contract.column ?? 1);
  }
  compiled.set(key, contract);
  return contract;
}

function textOf(source: ContractSource): { readonly path: string; readonly text: string } {
  if (source instanceof Contract) return { path: 'contract', text: Contract.textOf(source) };
  if (source instanceof CompiledContract) return { path: 'contract', text: CompiledContract.textOf(source) };
  if (typeof source === 'string' && /\n|^\s*\{/.test(source)) return { path: 'contract', text: source };
  // `import.meta.resolve` gives a URL as text.
  const href = typeof source === 'string' ? source : source.href;
  const path = /^file:/i.test(href) || typeof source !== 'string' ? fileURLToPath(href) : href;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new ContractGateError(`there is no contract ${path}`);
  return { path, text: readFileSync(path, 'utf8') };
}
