import { basename, join } from 'node:path';
import { ParsedFiles } from '../cache/parsed-files.ts';
import { VerdictMemory } from '../cache/verdict-memory.ts';
import type { Memory } from '../check/memory.ts';
import type { Git } from '../git/environment.ts';
import { commonDirectory } from '../snapshot/common-directory.ts';
import { version } from '../version.ts';

/** In the executable also the name of this file, which tells all of the program: what a git tag installs may be any commit. */
const build = `${version} ${basename(import.meta.url)}`;

/** Where a repository's runs keep what they find out: with all that is git's own, and the same for all of its worktrees. */
export function memoryFolder(repository: Git): string | undefined {
  const common = commonDirectory(repository);
  return common === undefined ? undefined : join(common, 'contractgate-hook');
}

/** What earlier runs of this very program have found out in a repository. */
export function openMemory(repository: Git): Memory | undefined {
  const folder = memoryFolder(repository);
  if (folder === undefined) return undefined;
  return { verdicts: new VerdictMemory(folder, build), parsed: new ParsedFiles(folder, build) };
}
