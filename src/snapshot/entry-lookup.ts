import type { Entry, RepoPath } from './snapshot.ts';

/** What a list of entries has at a path. */
export type EntryLookup = (path: RepoPath) => Entry | 'directory' | undefined;

/** Makes a list of entries searchable by path. */
export function entryLookup(entries: readonly Entry[]): EntryLookup {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return (path) =>
    byPath.get(path) ?? (entries.some((entry) => entry.path.startsWith(`${path}/`)) ? 'directory' : undefined);
}
