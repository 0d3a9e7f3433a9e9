import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
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
  const place = findPlace(cwd, environment);
  if (place === undefined) return undefined;
  const { root, gitDir } = place;
  const told = gitDir === undefined ? environment : { ...environment, GIT_DIR: gitDir, GIT_WORK_TREE: root };
  return { root, environment: withAbsolutePaths(told, cwd), timeLimit };
}

/** A root, and the git directory where git would not find the one from the other. */
interface Place {
  readonly root: string;
  readonly gitDir?: string;
}

function findPlace(cwd: string, environment: Environment): Place | undefined {
  const { GIT_DIR: given, GIT_WORK_TREE: workTree } = environment;
  const told = given === undefined ? {} : { gitDir: resolve(cwd, given) };
  // `.` is what git gives the hooks of `git --git-dir --work-tree`: the root, until somebody changes directory.
  if (workTree !== undefined && workTree !== '.') return { root: resolve(cwd, workTree), ...told };
  const folders = [...foldersUpFrom(cwd)];
  const wanted = told.gitDir && realPath(told.gitDir);
  const found = folders.find((folder) => {
    const gitDir = gitDirOf(folder);
    return gitDir !== undefined && (wanted === undefined || gitDir === wanted);
  });
  const gitDir = wanted ?? (found && gitDirOf(found));
  if (gitDir === undefined) return undefined;
  const configured = configuredWorktree(gitDir);
  if (configured !== undefined && configured !== (found && realPath(found))) return { root: configured, gitDir };
  return { root: found ?? cwd, ...told };
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

/**
 * The worktree that a git directory's own configuration names, relative to it: that of every submodule does
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-coreworktree).
 *
 *     [core]
 *         worktree = ../../../module
 */
function configuredWorktree(gitDir: string): string | undefined {
  const file = join(gitDir, 'config');
  if (!existsSync(file)) return undefined;
  const [, value] = /^\s*\[core\][^[]*?^\s*worktree\s*=\s*(.*)$/ims.exec(readFileSync(file, 'utf8')) ?? [];
  const text = value?.split('\n', 1)[0]?.trim();
  if (!text) return undefined;
  const path = text.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');
  return realPath(resolve(gitDir, path));
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
  const alternates = environment['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  if (alternates) {
    // What is quoted is left as it is: git writes absolute paths there.
    const paths = alternates.split(delimiter).map((path) => (/^(?:"|$)/.test(path) ? path : resolve(cwd, path)));
    absolute['GIT_ALTERNATE_OBJECT_DIRECTORIES'] = paths.join(delimiter);
  }
  return absolute;
}
