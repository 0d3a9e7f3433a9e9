import { parseDiffRecords } from '../git/diff-records.ts';
import type { Git } from '../git/environment.ts';
import { runGit } from '../git/run.ts';
import { changeOf } from './entry.ts';
import { mergeBase, resolveRevision } from './revision.ts';
import type { Change } from './snapshot.ts';

/** What `to` has changed since it left `from`: the changes that merging it would bring. */
export async function rangeChanges(git: Git, from: string, to: string): Promise<Change[]> {
  const [start, end] = await Promise.all([resolveRevision(git, from), resolveRevision(git, to)]);
  const base = await mergeBase(git, start, end);
  const output = await runGit(git, ['diff-tree', '-r', '--raw', '-z', '--no-renames', base, end.commit]);
  return parseDiffRecords(output, 'diff-tree').map(changeOf);
}
