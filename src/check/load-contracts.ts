import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../problem.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Of a contract or mapping file; the gateway takes no contract of more than a megabyte. */
export const mostBytes = 4_000_000;

/** A contract that fixtures can be judged by. */
export interface LoadedContract {
  readonly path: string;
  /** Of its blob, where it was read from one. */
  readonly oid?: string;
  readonly text: string;
  /** It compiles: see `validatorOf`. */
  readonly contract: Contract;
}

/** Contracts by path; a problem where one cannot be used. */
export type Contracts = ReadonlyMap<string, LoadedContract | Problem>;

export function isLoaded(contract: LoadedContract | Problem | undefined): contract is LoadedContract {
  return contract !== undefined && 'contract' in contract;
}

/** Reads each contract once. */
export async function loadContracts(snapshot: Snapshot, paths: Iterable<string>): Promise<Contracts> {
  const contracts = new Map<string, LoadedContract | Problem>();
  for await (const { path, content } of snapshot.read(new Set(paths))) {
    if (content.kind === 'file') {
      const { compile } = await import('./read-contract.ts');
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
