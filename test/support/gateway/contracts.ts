import { parseContract } from '../../../src/contract/parse-contract.ts';
import { compileContract } from '../../../src/validation/compile-contract.ts';
import type { Validator } from '../../../src/validation/compile-contract.ts';

export interface StoredVersion {
  readonly version: string;
  readonly state: 'draft' | 'stable' | 'deprecated';
  readonly yaml: string;
}

/** A contract of the gateway; its versions in the order in which they were promoted. */
export interface StoredContract {
  readonly id: string;
  readonly name: string;
  readonly resolution?: 'strict' | 'fallback';
  readonly versions: readonly StoredVersion[];
}

/** What a double begins with. */
export interface GatewayState {
  /** API keys, and the contracts that each may use; an empty list stands for all. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly contracts: readonly StoredContract[];
  /** Rows of `/audit` beyond those that ingests make; the same of the quarantine. */
  readonly auditRows?: number;
  /** Requests that `/v1/ingest` lets pass before it answers 429. */
  readonly rateLimit?: number;
}

export function latestStable(contract: StoredContract): StoredVersion | undefined {
  return contract.versions.findLast(({ state }) => state === 'stable');
}

export function compile(yaml: string): Validator | { readonly message: string } {
  const parsed = parseContract(yaml);
  if (!parsed.ok) return { message: `Invalid contract YAML: ${parsed.problem.message}` };
  const compiled = compileContract(parsed.contract);
  return compiled.ok ? compiled.validator : { message: `Invalid contract YAML: ${compiled.problem.message}` };
}

/** As sqlx has it. */
export const epoch = '2026-01-02T03:04:05.678901Z';
