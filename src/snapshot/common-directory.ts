import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Git } from '../git/environment.ts';
import { gitDirOf } from './repository-root.ts';

/** The git directory that all worktrees of a repository have in common, found without starting git. */
export function commonDirectory({ root, environment }: Git): string | undefined {
  const told = environment['GIT_COMMON_DIR'];
  if (told !== undefined) return told;
  const gitDir = environment['GIT_DIR'] ?? gitDirOf(root);
  if (gitDir === undefined || !existsSync(gitDir)) return undefined;
  // Of a linked worktree: the way from its own directory to the common one.
  const link = join(gitDir, 'commondir');
  return existsSync(link) ? resolve(gitDir, readFileSync(link, 'utf8').trimEnd()) : gitDir;
}
