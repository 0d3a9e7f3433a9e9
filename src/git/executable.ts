import { existsSync } from 'node:fs';
import { sep, win32 } from 'node:path';
import type { Environment } from './environment.ts';
import { SnapshotError } from './snapshot-error.ts';

/**
 * What to start as git. On Windows libuv looks in the working directory before PATH, so that a repository could bring
 * its own `git.exe` (https://github.com/nodejs/node/issues/46264): there it is looked up here.
 */
export function gitExecutable(environment: Environment): string {
  return sep === '\\' ? findOnWindowsPath(environment, existsSync) : 'git';
}

/** The first `git.exe` in an absolute folder of PATH. */
export function findOnWindowsPath(environment: Environment, exists: (file: string) => boolean): string {
  // A copy of process.env has lost its case-insensitivity: the name may be `Path`.
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH');
  const folders = (name === undefined ? undefined : environment[name])?.split(';') ?? [];
  const found = folders
    .map((folder) => folder.replaceAll('"', ''))
    .filter((folder) => /^([a-z]:[\\/]|\\\\)/i.test(folder))
    .map((folder) => win32.join(folder, 'git.exe'))
    .find(exists);
  if (found === undefined) throw gitNotFound();
  return found;
}

/** There is no git to run. */
export function gitNotFound(): SnapshotError {
  return new SnapshotError('git was not found on PATH', 'Install git, or add the folder it is in to PATH.');
}
