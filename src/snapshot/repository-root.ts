import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Environment, Git } from '../git/environment.ts';

/** Milliseconds: long enough for a cold disk and a huge repository, short enough for nobody to wonder. */
export const DEFAULT_TIME_LIMIT = 60_000;

/**
 * The repository that git would use in `cwd`, found without starting git; `undefined` where there is none.
 *
 * Where a hook was started with GIT_DIR alone (in linked worktrees and submodules it is), git takes the working directory
 * for the root of the worktree: after a `cd` that would be wrong. So the root is found here, and git is told.
 */
export function findRepository(
  cwd: string,
  environment: Environment,
  timeLimit: number = DEFAULT_TIME_LIMIT,
): Git | undefined {
  const gitDir = environment['GIT_DIR'];
  const root = findRoot(cwd, gitDir, environment['GIT_WORK_TREE']);
  if (root === undefined) return undefined;
  const told = gitDir === undefined ? environment : { ...environment, GIT_WORK_TREE: root };
  return { root, environment: withAbsolutePaths(told, cwd), timeLimit };
}

function findRoot(cwd: string, gitDir: string | undefined, workTree: string | undefined): string | undefined {
  // `.` is what git gives the hooks of `git --git-dir --work-tree`: the root, until somebody changes directory.
  if (workTree !== undefined && workTree !== '.') return resolve(cwd, workTree);
  const folders = [...foldersUpFrom(cwd)];
  if (gitDir === undefined) return folders.find((folder) => gitDirOf(folder) !== undefined);
  const wanted = realPath(resolve(cwd, gitDir));
  return folders.find((folder) => gitDirOf(folder) === wanted) ?? cwd;
}

function* foldersUpFrom(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* foldersUpFrom(parent);
}

/**
 * The git directory that a folder's `.git` is or, as in linked worktrees and submodules, names:
 *
 *     gitdir: /repo/.git/worktrees/topic LF
 */
export function gitDirOf(folder: string): string | undefined {
  const dotGit = join(folder, '.git');
  const stats = statSync(dotGit, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return existsSync(join(dotGit, 'HEAD')) ? realPath(dotGit) : undefined;
  if (!stats?.isFile()) return undefined;
  const [, target] = /^gitdir: ([^\n]+)/.exec(readFileSync(dotGit, 'utf8')) ?? [];
  return target === undefined ? undefined : realPath(resolve(folder, target));
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Git is run in the root: what it would look for from `cwd` is spelt out. GIT_INDEX_FILE it takes from the root anyway. */
function withAbsolutePaths(environment: Environment, cwd: string): Environment {
  const absolute: Record<string, string | undefined> = { ...environment };
  for (const name of ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE', 'GIT_OBJECT_DIRECTORY']) {
    const value = environment[name];
    if (value !== undefined) absolute[name] = resolve(cwd, value);
  }
  return absolute;
}
