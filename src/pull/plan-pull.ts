import { compileText } from '../check/read-contract.ts';
import type { Problem } from '../problem.ts';
import { pathsOf, refuseName } from './contract-path.ts';
import type { ContractPaths } from './contract-path.ts';
import type { RemoteContract } from './fetch-contracts.ts';
import { readLocal } from './local-file.ts';
import { sha256 } from './lock-file.ts';
import type { Lock, LockedContract } from './lock-file.ts';

/** One contract of the gateway and its file. */
export interface PulledContract {
  readonly path: string;
  readonly remote: RemoteContract;
  readonly locked: LockedContract;
  readonly state: PullState;
}

/**
 * `current`: the file is what the gateway has, and the lock says so. `missing`: there is no file. `outdated`: the file is as it
 * was pulled, and the gateway has another version. `edited`: it is neither. `unlocked`: it is what the gateway has, but the lock
 * does not say so.
 */
type PullState = 'current' | 'missing' | 'outdated' | 'edited' | 'unlocked';

export interface PullPlan {
  readonly contracts: readonly PulledContract[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Which contract goes where, and what is there now. `folder`, from the root: for contracts that no mapping names. */
export function planPull(
  remotes: readonly RemoteContract[],
  paths: ContractPaths,
  lock: Lock,
  root: string,
  folder: string,
): PullPlan {
  const contracts: PulledContract[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  const taken = new Map<string, string>();
  for (const remote of remotes) {
    const place = placeOf(remote, paths, lock, folder);
    if (typeof place === 'string') notes.push(place);
    else if ('code' in place) problems.push(place);
    else if (taken.has(place.path)) problems.push(twice(place.path, remote, taken.get(place.path) ?? ''));
    else {
      taken.set(place.path, remote.name);
      const pulled = stateOf(remote, place.path, lock, root);
      if ('code' in pulled) problems.push(pulled);
      else contracts.push(pulled);
    }
  }
  return { contracts, problems, notes };
}

/** Where the lock has it, or else a mapping; a note where neither does, unless it was asked for by its name. */
function placeOf(
  { id, name, isNamed }: RemoteContract,
  paths: ContractPaths,
  lock: Lock,
  folder: string,
): { readonly path: string } | Problem | string {
  const known = [...lock].find(([, locked]) => locked.id === id)?.[0];
  // A file that was moved, with its mapping, is looked for anew.
  if (known !== undefined && (paths.mapped.includes(known) || paths.files.has(known))) return { path: known };
  const [path, second] = pathsOf(name, paths);
  if (second !== undefined) {
    const message = `${name} could be ${path} or ${second}: both are contracts of that name`;
    return { code: 'contract', message, hint: 'Give them names that differ, or delete the one that is not meant.' };
  }
  if (path !== undefined) return { path };
  const refusal = refuseName(name);
  if (refusal !== undefined) return { code: 'gateway', message: `the contract \`${name}\` is not pulled: ${refusal}` };
  const usual = `${folder === '' ? '' : `${folder}/`}${name}.yaml`;
  if (isNamed) return { path: usual };
  return `${name} is left out, since no mapping names it; contractgate-hook pull ${name} writes it to ${usual}`;
}

function twice(path: string, { name }: RemoteContract, other: string): Problem {
  return { code: 'contract', message: `${path} would be two contracts of the gateway: ${other} and ${name}` };
}

function stateOf(remote: RemoteContract, path: string, lock: Lock, root: string): PulledContract | Problem {
  const { id, name, version, text, isPinned } = remote;
  const compiled = compileText(path, text);
  if ('code' in compiled) {
    const message = `version ${version} of ${name} is not pulled: ${compiled.message}`;
    return { code: 'contract', message, hint: 'The gateway takes such a contract, and fails at its first event.' };
  }
  let local: string | undefined;
  try {
    local = readLocal(root, path);
  } catch (error) {
    return { code: 'contract', message: `${path} is not pulled: ${(error as Error).message}`, file: path };
  }
  const locked: LockedContract = { id, name, version, sha256: sha256(text), ...(isPinned && { pinned: true }) };
  const [lockedPath, before] = [...lock].find(([, one]) => one.id === id) ?? [];
  const isLocked = path === lockedPath && JSON.stringify(before && ordered(before)) === JSON.stringify(ordered(locked));
  const result = (state: PullState): PulledContract => ({ path, remote, locked, state });
  if (local === undefined) return result('missing');
  const hash = sha256(local);
  if (hash === locked.sha256) return result(isLocked ? 'current' : 'unlocked');
  return result(hash === before?.sha256 ? 'outdated' : 'edited');
}

function ordered({ id, name, version, sha256: hash, pinned }: LockedContract): readonly unknown[] {
  return [id, name, version, hash, pinned];
}
