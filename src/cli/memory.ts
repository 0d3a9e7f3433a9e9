import { join } from 'node:path';
import { VerdictMemory } from '../cache/verdict-memory.ts';
import type { Git } from '../git/environment.ts';
import { commonDirectory } from '../snapshot/common-directory.ts';
import { version } from '../version.ts';

/** Where a repository's verdicts are kept: with all that is git's own, and the same for all of its worktrees. */
export function memoryFolder(repository: Git): string | undefined {
  const common = commonDirectory(repository);
  return common === undefined ? undefined : join(common, 'contractgate-hook');
}

/** The verdicts that earlier runs of this version have reached in a repository. */
export function openMemory(repository: Git): VerdictMemory | undefined {
  const folder = memoryFolder(repository);
  return folder === undefined ? undefined : new VerdictMemory(folder, version);
}
