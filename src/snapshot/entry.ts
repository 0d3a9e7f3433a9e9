import type { DiffRecord } from '../git/diff-records.ts';
import { unexpected } from '../git/records.ts';
import type { Change, Entry, EntryKind, RepoPath } from './snapshot.ts';

/** The file modes that git writes: https://git-scm.com/docs/index-format (older gits also wrote 100664). */
const KINDS: Readonly<Record<string, EntryKind>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'symlink',
  '160000': 'gitlink',
};

/** The entry that a record of git's stands for. */
export function entryOf(record: { readonly mode: string; readonly path: RepoPath; readonly oid?: string }): Entry {
  const kind = KINDS[record.mode];
  if (kind === undefined) throw unexpected('with an entry', record.mode, 'an unknown file mode');
  return record.oid === undefined ? { path: record.path, kind } : { path: record.path, kind, oid: record.oid };
}

/** The change that a record stands for. A change of type is a modification: what it is now shows in the entry's kind. */
export function changeOf(record: Omit<DiffRecord, 'oid'> & { readonly oid?: string }): Change {
  if (record.status === 'D') return { path: record.path, status: 'deleted', before: record.before };
  return { path: record.path, status: record.status === 'A' ? 'added' : 'modified', entry: entryOf(record) };
}
