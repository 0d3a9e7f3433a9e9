import type { Git } from '../git/environment.ts';
import { parseTreeRecords } from '../git/ls-tree-records.ts';
import { runGit } from '../git/run.ts';
import { BlobReader, stepForEntry, stepForFound, type Step } from './blob-reader.ts';
import { blobSizes } from './blob-sizes.ts';
import { entryOf } from './entry.ts';
import { entryLookup, type EntryLookup } from './entry-lookup.ts';
import { resolveRevision } from './revision.ts';
import type { Entry, RepoPath, Snapshot } from './snapshot.ts';

/** The tree of a revision. It is resolved once: a branch that moves meanwhile does not show. */
export function openRevision(git: Git, revision: string): Snapshot {
  const blobs = new BlobReader(git);
  let entries: Promise<Entry[]> | undefined;
  let lookUp: Promise<EntryLookup> | undefined;
  const list = () => (entries ??= listRevision(git, revision));
  const find = async (path: RepoPath) => (await (lookUp ??= list().then(entryLookup)))(path);

  const plan = (item: RepoPath | Entry): Step | Promise<Step> => {
    if (typeof item !== 'string' && item.oid !== undefined) return stepForEntry(item);
    const path = typeof item === 'string' ? item : item.path;
    return find(path).then((found) => stepForFound(path, found));
  };

  return {
    name: revision,
    list,
    read: (paths) => blobs.read(paths, plan),
    sizes: (files) => blobSizes(git, files, find),
    close: () => blobs.catFile.close(),
  };
}

async function listRevision(git: Git, revision: string): Promise<Entry[]> {
  const { commit } = await resolveRevision(git, revision);
  return parseTreeRecords(await runGit(git, ['ls-tree', '-r', '-z', '--full-tree', commit])).map(entryOf);
}
