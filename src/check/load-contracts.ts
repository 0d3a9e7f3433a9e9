import type { Contract } from '../contract/contract.ts';
import { parseContract } from '../contract/parse-contract.ts';
import type { Problem } from '../problem.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { positionAt } from '../text-position.ts';
import { compileContract } from '../validation/compile-contract.ts';
import type { Validator } from '../validation/compile-contract.ts';
import { sensitiveFields } from './sensitive.ts';
import type { SensitiveFields } from './sensitive.ts';

/** Of a contract or mapping file; the gateway takes no contract of more than a megabyte. */
export const mostBytes = 4_000_000;

/** A contract that fixtures can be judged by. */
export interface LoadedContract {
  readonly path: string;
  /** Of its blob, where it was read from one. */
  readonly oid?: string;
  readonly text: string;
  readonly contract: Contract;
  readonly validator: Validator;
  readonly sensitive: SensitiveFields | undefined;
}

/** Contracts by path; a problem where one cannot be used. */
export type Contracts = ReadonlyMap<string, LoadedContract | Problem>;

export function isLoaded(contract: LoadedContract | Problem | undefined): contract is LoadedContract {
  return contract !== undefined && 'validator' in contract;
}

/** Reads and compiles each contract once. */
export async function loadContracts(snapshot: Snapshot, paths: Iterable<string>): Promise<Contracts> {
  const contracts = new Map<string, LoadedContract | Problem>();
  for await (const { path, content } of snapshot.read(new Set(paths))) {
    if (content.kind === 'file') {
      const compiled = content.size > mostBytes ? tooLarge(path, content.size) : compile(path, await content.bytes());
      contracts.set(
        path,
        isLoaded(compiled) && content.oid !== undefined ? { ...compiled, oid: content.oid } : compiled,
      );
    } else {
      const message =
        content.kind === 'absent'
          ? `there is no contract ${path}`
          : `the contract ${path} is a ${content.kind}, not a file`;
      contracts.set(path, { code: 'contract', message });
    }
  }
  return contracts;
}

function tooLarge(file: string, size: number): Problem {
  return { code: 'contract', message: `the contract has ${size} bytes, more than the gateway takes`, file };
}

/** A contract from its text. */
export function compile(path: string, bytes: Buffer): LoadedContract | Problem {
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') && !bytes.equals(Buffer.from(text, 'utf8'))) {
    return { code: 'contract', message: 'the contract is not UTF-8 text', file: path };
  }
  return compileText(path, text);
}

/** A contract's text, compiled; or why it cannot be used. */
export function compileText(path: string, text: string): LoadedContract | Problem {
  const parsed = parseContract(text);
  if (!parsed.ok) {
    const { message, ...place } = parsed.problem;
    return { code: 'contract', message: `the gateway refuses the contract: ${message}`, file: path, ...place };
  }
  const compiled = compileContract(parsed.contract);
  if (!compiled.ok) {
    const { message, at } = compiled.problem;
    return {
      code: 'contract',
      message: `the gateway refuses the contract: ${message}`,
      file: path,
      ...positionAt(text, at?.[0] ?? 0),
    };
  }
  const { contract } = parsed;
  return { path, text, contract, validator: compiled.validator, sensitive: sensitiveFields(contract) };
}
