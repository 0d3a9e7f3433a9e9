import type { CatFileHeader } from '../git/cat-file-header.ts';
import type { Git } from '../git/environment.ts';
import { encodePath } from '../git/path.ts';
import { BlobReader, stepForEntry, stepForFound, type Step } from './blob-reader.ts';
import { blobSizes } from './blob-sizes.ts';
import { bufferedContent } from './buffered-content.ts';
import { entryOf } from './entry.ts';
import { entryLookup, type EntryLookup } from './entry-lookup.ts';
import type { Change, Content, Entry, RepoPath, Snapshot } from './snapshot.ts';
import { wholeIndex } from './staged-diff.ts';

// The longest target that a link can have (PATH_MAX).
const LONGEST_LINK = 4096;

/**
 * The index: what the commit will hold. Its `cat-file` starts at once, so that it comes up while the staged changes are
 * looked for.
 *
 * A file is read by path without listing the index first. `list` has unmerged entries as a `SnapshotError`; read by path,
 * they are absent, and so is a directory.
 *
 * `staged`: how the index differs from HEAD. With it, `cat-file` need not read the index, which may be large: what has not
 * changed is what HEAD has.
 */
export function openIndex(git: Git, staged?: Promise<readonly Change[]>): Snapshot {
  const blobs = new BlobReader(git);
  let entries: Promise<Entry[]> | undefined;
  let lookUp: Promise<EntryLookup> | undefined;
  const list = () => (entries ??= wholeIndex(git).then((records) => records.map(entryOf)));
  const find = async (path: RepoPath) => (await (lookUp ??= list().then(entryLookup)))(path);
  let changes: Promise<ReadonlyMap<RepoPath, Entry | undefined>> | undefined;

  /** `cat-file` gives neither modes nor what was only announced: what may be a link or that, is looked up. */
  const judge = async (path: RepoPath, header: CatFileHeader): Promise<Content> => {
    if (header.kind !== 'object') return { kind: header.kind === 'submodule' ? 'gitlink' : 'absent' };
    if (header.type !== 'blob') return { kind: header.type === 'tree' ? 'directory' : 'gitlink' };
    if (header.size > LONGEST_LINK) return blobs.streamed(header.oid, header.size);
    const bytes = await blobs.catFile.bytes();
    if (!bytes.includes('\n')) {
      const found = await find(path);
      if (found === undefined || found === 'directory') return { kind: 'absent' };
      if (found.kind !== 'file') return { kind: found.kind };
    }
    return bufferedContent(bytes, header.oid);
  };

  const ask = (path: RepoPath, tree: ':0' | 'HEAD'): Step | Promise<Step> => {
    if (/[\r\n]/.test(path)) return find(path).then((found) => stepForFound(path, found));
    // The stage is spelt out: `:1:a` alone would be stage 1 of `a`, and `:/a` a search in commit messages.
    return {
      path,
      name: `${tree}:${encodePath(path).toString('latin1')}`,
      judge: (header) => judge(path, header),
    };
  };

  const plan = (item: RepoPath | Entry): Step | Promise<Step> => {
    if (typeof item !== 'string' && item.oid !== undefined) return stepForEntry(item);
    const path = typeof item === 'string' ? item : item.path;
    if (staged === undefined) return ask(path, ':0');
    changes ??= staged.then((all) => new Map(all.map((change) => [change.path, change.entry])));
    return changes.then((entries) => (entries.has(path) ? stepForFound(path, entries.get(path)) : ask(path, 'HEAD')));
  };

  return {
    name: 'index',
    list,
    read: (paths) => blobs.read(paths, plan),
    sizes: (files) => blobSizes(git, files, find),
    close: () => blobs.catFile.close(),
  };
}
