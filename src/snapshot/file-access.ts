import { lstatSync, type Stats } from 'node:fs';
import { displayPath, type RepoPath } from '../git/path.ts';
import { SnapshotError } from './snapshot.ts';

/** Does something with a file; where the system refuses, it says so with the file's name. */
export function attempt<Result>(path: RepoPath, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SnapshotError(`${displayPath(path)} cannot be read: ${displayPath(reason)}`);
  }
}

/** What stands at a place on disk, a link for itself; `undefined` where there is nothing. `path` is its name in errors. */
export function statsAt(path: RepoPath, place: string | Buffer): Stats | undefined {
  return attempt(path, () => {
    try {
      return lstatSync(place, { throwIfNoEntry: false });
    } catch (error) {
      // `file.json/x`: what should be a folder is not one.
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
      throw error;
    }
  });
}
