import type { Change, Entry, RepoPath, Snapshot } from '../snapshot/snapshot.ts';

/** What a run looks at. */
export interface Selection {
  readonly snapshot: Snapshot;
  /** The files to check where a mapping matches; `all` stands for every entry of the snapshot. */
  readonly files: 'all' | readonly (Entry | RepoPath)[];
  /** Whatever changed, deletions too: a contract or mapping file among them fans out. */
  readonly changes: readonly SelectedChange[];
}

/** `given`: how it came to be selected tells nothing of how it changed. */
export interface SelectedChange {
  readonly path: RepoPath;
  readonly status: Change['status'] | 'given';
  /** Of a deletion, the blob that is gone. */
  readonly before?: string;
}

export function pathOf(file: Entry | RepoPath): RepoPath {
  return typeof file === 'string' ? file : file.path;
}
