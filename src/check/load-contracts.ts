import type { ParsedFiles } from '../cache/parsed-files.ts';
import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../problem.ts';
import type { Content, Snapshot } from '../snapshot/snapshot.ts';

/** Of a contract or mapping file; the gateway takes no contract of more than a megabyte. */
export const mostBytes = 4_000_000;

/** A contract that fixtures can be judged by. */
export interface LoadedContract {
  readonly path: string;
  /** Of its blob, where it was read from one. */
  readonly oid?: string | undefined;
  readonly text: string;
  /** It compiles: see `validatorOf`. */
  readonly contract: Contract;
}

/** Contracts by path; a problem where one cannot be used. */
export type Contracts = ReadonlyMap<string, LoadedContract | Problem>;

export function isLoaded(contract: LoadedContract | Problem | undefined): contract is LoadedContract {
  return contract !== undefined && 'contract' in contract;
}

/** Reads each contract once; parses those of which no earlier run has left in `parsed` what they say. */
export async function loadContracts(
  snapshot: Snapshot,
  paths: Iterable<string>,
  parsed?: ParsedFiles,
): Promise<Contracts> {
  const contracts = new Map<string, LoadedContract | Problem>();
  for await (const { path, content } of snapshot.read(new Set(paths))) {
    if (content.kind === 'file') {
      contracts.set(path, await loadContract(path, content, parsed));
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

async function loadContract(
  path: string,
  content: Extract<Content, { kind: 'file' }>,
  parsed: ParsedFiles | undefined,
): Promise<LoadedContract | Problem> {
  const { size, oid } = content;
  if (size > mostBytes) return tooLarge(path, size);
  const bytes = await content.bytes();
  const known = oid === undefined ? undefined : parsed?.recall('contract', oid);
  if (known !== undefined) return { path, oid, text: bytes.toString('utf8'), contract: known as Contract };
  const { compile } = await import('./read-contract.ts');
  const compiled = compile(path, bytes);
  if (oid === undefined || !isLoaded(compiled)) return compiled;
  // A contract that does not compile is told of anew by each run.
  parsed?.remember('contract', oid, compiled.contract);
  return { ...compiled, oid };
}

function tooLarge(file: string, size: number): Problem {
  return { code: 'contract', message: `the contract has ${size} bytes, more than the gateway takes`, file };
}
