import { compileText } from '../check/read-contract.ts';
import { matchMappings, matchesAny } from '../mapping/plan.ts';
import type { MappingConfig } from '../mapping/mapping.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Where the repository has its contracts. */
export interface ContractPaths {
  /** The paths that the mapping file names. */
  readonly mapped: readonly string[];
  /** Every file of the worktree. */
  readonly files: ReadonlySet<string>;
  /** The name that the contract at a path has of itself. */
  readonly nameAt: ReadonlyMap<string, string>;
}

/** Every path that a mapping names or, for a fixture that is there, makes of its wildcards; and those of `contracts:`. */
export async function contractPaths(snapshot: Snapshot, config: MappingConfig): Promise<ContractPaths> {
  const match = matchMappings(config);
  const isContract = matchesAny(config.contracts, config);
  const paths = new Set<string>();
  for (const { contracts } of config.mappings)
    for (const template of contracts) if (!/\$\d/.test(template)) paths.add(template);
  const files = (await snapshot.list()).map(({ path }) => path);
  for (const path of files) {
    if (isContract(path)) paths.add(path);
    for (const contract of match(path)?.contracts ?? []) paths.add(contract);
  }
  const nameAt = new Map<string, string>();
  for await (const { path, content } of snapshot.read(paths)) {
    if (content.kind !== 'file') continue;
    const contract = compileText(path, (await content.bytes()).toString('utf8'));
    if ('contract' in contract) nameAt.set(path, contract.contract.name);
  }
  return { mapped: [...paths], files: new Set(files), nameAt };
}

/** The paths of a contract: those of contracts with this name, or else that are named so. */
export function pathsOf(name: string, { mapped, nameAt }: ContractPaths): readonly string[] {
  const byName = mapped.filter((path) => nameAt.get(path) === name);
  return byName.length > 0 ? byName : mapped.filter((path) => !nameAt.has(path) && fileName(path) === name);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** Why a name that the gateway gives makes no file name: it would leave the folder, or could not be typed. */
export function refuseName(name: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (name === '' || /[\u0000-\u001f\u007f/\\:]|^\.+$|^[-~]/.test(name)) return 'it cannot be the name of a file';
  return undefined;
}
