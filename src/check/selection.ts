import type { Change, Entry, RepoPath, Snapshot } from '../snapshot/snapshot.ts';

/** What a run looks at. */
export interface Selection {
  readonly snapshot: Snapshot;
  /** The files to check where a mapping matches; `all` stands for every entry of the snapshot. */
  readonly files: 'all' | readonly (Entry | RepoPath)[];
  /** Whatever changed, deletions too: a contract or mapping file among them fans out. */
  readonly changes: readonly Pick<Change, 'path' | 'status'>[];
}

export function pathOf(file: Entry | RepoPath): RepoPath {
  return typeof file === 'string' ? file : file.path;
}
