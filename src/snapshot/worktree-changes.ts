import { parseDiffRecords } from '../git/diff-records.ts';
import type { Git } from '../git/environment.ts';
import { parseWorktreeRecords } from '../git/ls-files-records.ts';
import { runGit } from '../git/run.ts';
import { changeOf } from './entry.ts';
import { mergeBase, resolveRevision } from './revision.ts';
import type { Change } from './snapshot.ts';

/**
 * What the worktree has changed since its branch left `from`, committed or not, new files that are not ignored with it.
 * A file that was only touched may be among it. Ids of objects are left out: they are those of what git would make of a file.
 */
export async function worktreeChanges(git: Git, from: string): Promise<Change[]> {
  const [start, end] = await Promise.all([resolveRevision(git, from), resolveRevision(git, 'HEAD')]);
  const base = await mergeBase(git, start, end);
  const [diff, others] = await Promise.all([
    runGit(git, ['diff-index', '--raw', '-z', '--no-renames', '--ignore-submodules=dirty', base]),
    runGit(git, ['ls-files', '-t', '-z', '--others', '--exclude-standard']),
  ]);
  const { untracked } = parseWorktreeRecords(others);
  return [
    ...parseDiffRecords(diff, 'diff-index', 'worktree').map(({ status, mode, before, path }) =>
      changeOf({ status, mode, before, path }),
    ),
    ...untracked.map((path): Change => ({ path, status: 'added', entry: { path, kind: 'file' } })),
  ];
}
