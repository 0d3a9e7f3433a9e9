import type { AsyncClient } from '../gateway/async-client.ts';
import { ConflictError, NotFoundError } from '../gateway/errors.ts';
import type { ContractSummary } from '../gateway/models.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { Lock } from './lock-file.ts';

/** `NAME`, `NAME@VERSION`, or `NAME@latest`, which ends a pin. */
export interface Wanted {
  readonly name: string;
  readonly version?: string;
}

export function parseWanted(operand: string): Wanted {
  const at = operand.lastIndexOf('@');
  return at <= 0 ? { name: operand } : { name: operand.slice(0, at), version: operand.slice(at + 1) };
}

/** A contract of the gateway in the version that is meant here. */
export interface RemoteContract {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly text: string;
  readonly isPinned: boolean;
  /** It was asked for by its name. */
  readonly isNamed: boolean;
}

interface Fetched {
  readonly contracts: readonly RemoteContract[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** The contracts that were asked for, or all. @throws {ContractGateError} where the gateway could not be asked */
export async function fetchContracts(client: AsyncClient, wanted: readonly Wanted[], lock: Lock): Promise<Fetched> {
  const summaries = await client.listContracts();
  const asked = new Map(wanted.map((one) => [one.name, one]));
  const unknown = wanted.filter(({ name }) => !summaries.some((summary) => summary.name === name));
  const problems = unknown.map(({ name }) => unknownName(name, summaries));
  const chosen = summaries.filter(({ name }) => wanted.length === 0 || asked.has(name));
  const fetched = await Promise.all(chosen.map((summary) => fetchOne(client, summary, asked.get(summary.name), lock)));
  const withdrawn = [...lock].filter(([, { id }]) => !summaries.some((summary) => summary.id === id));
  return {
    notes: withdrawn.map(([path, { name }]) => `${path} was pulled as ${name}, which the gateway no longer has`),
    contracts: fetched.filter((one): one is RemoteContract => one !== undefined && !('code' in one)),
    problems: [...problems, ...fetched.filter((one): one is Problem => one !== undefined && 'code' in one)],
  };
}

/** Undefined: it has no stable version yet, and nobody has asked for it. */
async function fetchOne(
  client: AsyncClient,
  { id, name }: ContractSummary,
  asked: Wanted | undefined,
  lock: Lock,
): Promise<RemoteContract | Problem | undefined> {
  const pinned = [...lock.values()].find((locked) => locked.id === id && locked.pinned)?.version;
  const wanted = asked?.version === 'latest' ? undefined : (asked?.version ?? pinned);
  try {
    const found = await (wanted === undefined ? client.getLatestStable(id) : client.getVersion(id, wanted));
    const { version, yaml_content: text } = found;
    return { id, name, version, text, isPinned: wanted !== undefined, isNamed: asked !== undefined };
  } catch (error) {
    const isMissing = error instanceof NotFoundError || error instanceof ConflictError;
    if (!isMissing) throw error;
    if (wanted !== undefined) return { code: 'gateway', message: `${name} has no version ${wanted} at the gateway` };
    return asked && { code: 'gateway', message: `${name} has no stable version at the gateway` };
  }
}

function unknownName(name: string, summaries: readonly ContractSummary[]): Problem {
  const near = nearest(
    name,
    summaries.map((summary) => summary.name),
  );
  const hint = near === undefined ? undefined : `Did you mean ${near}?`;
  return { code: 'gateway', message: `the gateway has no contract ${name}`, ...(hint !== undefined && { hint }) };
}
