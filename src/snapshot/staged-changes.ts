import type { Git } from '../git/environment.ts';
import { tryGit } from '../git/run.ts';
import { SnapshotError, type Change } from './snapshot.ts';
import { changeOf } from './entry.ts';
import { diffIndex, wholeIndex } from './staged-diff.ts';

/** What the commit that is about to be made changes. One process, but before the first commit of a branch. */
export async function stagedChanges(git: Git): Promise<Change[]> {
  try {
    return (await diffIndex(git, 'HEAD')).map(changeOf);
  } catch (error) {
    if (!(error instanceof SnapshotError) || !(await hasNoCommit(git))) throw error;
    return (await wholeIndex(git)).map(changeOf);
  }
}

/** Whether the branch has yet to get its first commit: HEAD then names a branch that does not exist. */
async function hasNoCommit(git: Git): Promise<boolean> {
  const { code, stdout } = await tryGit(git, ['rev-parse', '--quiet', '--verify', 'HEAD']);
  return code === 1 && stdout.length === 0;
}
