import type { RepoPath } from '../git/path.ts';

export { comparePaths, type RepoPath } from '../git/path.ts';
export { SnapshotError } from '../git/snapshot-error.ts';

/** `file`: a regular file, executable or not. `symlink`: its content is the path it points at. `gitlink`: a submodule. */
export type EntryKind = 'file' | 'symlink' | 'gitlink';

export interface Entry {
  readonly path: RepoPath;
  readonly kind: EntryKind;
  /** Hex object id of the blob; absent in the worktree. */
  readonly oid?: string;
  /**
   * Of a file in the worktree, the blob that it was checked out from or staged as and still is, as far as git can tell.
   * Nothing but line ends may differ. Absent where nobody knows.
   */
  readonly unchangedOid?: string;
}

/** A path that differs from the commit before. `entry` is absent for a deletion. */
export interface Change {
  readonly path: RepoPath;
  readonly status: 'added' | 'modified' | 'deleted';
  readonly entry?: Entry;
  /** Of a deletion, the blob that is gone. */
  readonly before?: string;
}

/** What stands at a path. The size is known before the content is read. */
export type Content =
  | {
      readonly kind: 'file';
      /** Bytes. */
      readonly size: number;
      readonly oid?: string;
      /** The file on disk that has it, where there is one and its path is a text. */
      readonly place?: string;
      /** The content; to be taken at most once, and before the next content is asked for. */
      chunks(): AsyncIterable<Buffer>;
      bytes(): Promise<Buffer>;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'symlink' | 'gitlink' | 'directory' };

export interface PathContent {
  readonly path: RepoPath;
  readonly content: Content;
}

/** What tells of everything that `list` would give, without its being made. */
export interface Outline {
  /** As long as these bytes are the same, so are all entries and their contents, but for those at loose paths. */
  readonly listing: Buffer;
  /** Paths of which the listing does not tell what is there. Undefined where it tells of no content at all. */
  loose(): Promise<readonly RepoPath[] | undefined>;
}

/** Where content is read from. All of a run's reading goes through one snapshot. */
export interface Snapshot {
  /** `index`, `worktree`, `memory`, or the revision as the user wrote it. */
  readonly name: string;
  /** Every entry, in git's order (bytes of the path). */
  list(): Promise<readonly Entry[]>;
  /** Not there where nothing tells that contents are the same. */
  outline?(): Promise<Outline>;
  /**
   * The contents at `paths`, in that order, one at a time: content that the caller leaves is skipped.
   * An entry that `list` or a change gave is read by its object id, without another look-up. One `read` at a time: the next
   * may begin when this one has ended or was left.
   */
  read(paths: Iterable<RepoPath | Entry>): AsyncIterable<PathContent>;
  /** Bytes of each file, 0 where there is none, without reading them. */
  sizes(files: readonly (RepoPath | Entry)[]): Promise<readonly number[]>;
  /** Ends the processes behind it. Safe to call twice. */
  close(): Promise<void>;
}
