import type { Git } from '../git/environment.ts';
import {
  mayHaveSkipped,
  parseIndexRecords,
  parseWorktreeRecords,
  pathsEndingIn,
  type IndexRecord,
  type WorktreeRecords,
} from '../git/ls-files-records.ts';
import { comparePaths } from '../git/path.ts';
import { runGit } from '../git/run.ts';
import { attributesName, changesContent, isAttributes } from './attributes.ts';
import { BlobReader, stepForEntry } from './blob-reader.ts';
import { entryOf } from './entry.ts';
import { listFolder } from './folder-list.ts';
import type { Entry, PathContent, RepoPath, Snapshot } from './snapshot.ts';
import { onDiskArguments, trackedArguments } from './worktree-arguments.ts';
import { worktreeContent } from './worktree-file.ts';

/**
 * The files on disk. Where the checkout is sparse, a tracked file that it leaves out is read from the index.
 *
 * `list` has the tracked files and the untracked ones that are not ignored, with the kind that the index knows; `read` says
 * what stands there now.
 */
export function openWorktree(git: Git): Snapshot {
  let tracked: Promise<Buffer> | undefined;
  let onDisk: Promise<WorktreeRecords> | undefined;
  let leftOut: Promise<Map<RepoPath, IndexRecord>> | undefined;
  let blobs: BlobReader | undefined;

  const index = () => (tracked ??= runGit(git, trackedArguments));
  const difference = () => (onDisk ??= runGit(git, onDiskArguments).then(parseWorktreeRecords));
  const notCheckedOut = () => (leftOut ??= index().then(byPathWhereSkipped));
  const tellsContent = async (listing: Buffer, { untracked }: WorktreeRecords) =>
    !(await changesContent(git, [...pathsEndingIn(attributesName, listing), ...untracked].filter(isAttributes)));

  return {
    name: 'worktree',
    async list() {
      const [listing, differing] = await Promise.all([index(), difference()]);
      const { untracked, removed, modified } = differing;
      const isTold = await tellsContent(listing, differing);
      const entries = parseIndexRecords(listing)
        .filter(({ path }) => !removed.has(path))
        .map((record): Entry => {
          const { path, kind } = entryOf({ path: record.path, mode: record.mode });
          const isKnown = isTold && !record.skipWorktree && !record.assumeUnchanged && !modified.has(path);
          return isKnown ? { path, kind, unchangedOid: record.oid } : { path, kind };
        });
      // Those of the index are in git's order.
      if (untracked.length === 0) return entries;
      const others = untracked.map((path): Entry => ({ path, kind: 'file' }));
      return [...entries, ...others].sort((a, b) => comparePaths(a.path, b.path));
    },
    async outline() {
      const listing = await index();
      return {
        listing,
        async loose() {
          const differing = await difference();
          const { untracked, removed, modified } = differing;
          return (await tellsContent(listing, differing)) ? [...untracked, ...removed, ...modified] : undefined;
        },
      };
    },
    async *read(paths) {
      for (const item of paths) {
        const path = typeof item === 'string' ? item : item.path;
        const content = worktreeContent(git.root, path);
        const record = content.kind === 'absent' ? (await notCheckedOut()).get(path) : undefined;
        if (record) yield* (blobs ??= new BlobReader(git)).read([entryOf(record)], stepForEntry);
        else yield { path, content: isSubmodule(item, content) ? { kind: 'gitlink' } : content };
      }
    },
    sizes: (files) => Promise.resolve(files.map((file) => sizeOnDisk(git.root, file))),
    async close() {
      await blobs?.catFile.close();
    },
  };
}

/** A folder that is in no repository, as if every file in it were tracked. */
export function openFolder(root: string): Snapshot {
  return {
    name: 'folder',
    list: () => listFolder(root),
    async *read(paths) {
      for (const item of paths) {
        const path = typeof item === 'string' ? item : item.path;
        yield { path, content: worktreeContent(root, path) };
      }
    },
    sizes: (files) => Promise.resolve(files.map((file) => sizeOnDisk(root, file))),
    close: () => Promise.resolve(),
  };
}

function isSubmodule(item: RepoPath | Entry, content: PathContent['content']): boolean {
  return typeof item !== 'string' && item.kind === 'gitlink' && content.kind === 'directory';
}

function byPathWhereSkipped(listing: Buffer): Map<RepoPath, IndexRecord> {
  const records = mayHaveSkipped(listing) ? parseIndexRecords(listing) : [];
  return new Map(records.filter(({ skipWorktree }) => skipWorktree).map((record) => [record.path, record]));
}

function sizeOnDisk(root: string, file: RepoPath | Entry): number {
  const content = worktreeContent(root, typeof file === 'string' ? file : file.path);
  return content.kind === 'file' ? content.size : 0;
}
