import type { SelectedChange } from '../check/selection.ts';
import type { Git } from '../git/environment.ts';
import { resolveGivenFiles } from '../snapshot/given-files.ts';
import { orClose } from '../snapshot/or-close.ts';
import { rangeChanges } from '../snapshot/range-changes.ts';
import { openRevision } from '../snapshot/revision-snapshot.ts';
import type { Change, RepoPath } from '../snapshot/snapshot.ts';
import { stagedChanges } from '../snapshot/staged-changes.ts';
import { openFolder, openWorktree } from '../snapshot/worktree-snapshot.ts';
import { isHook } from './environment.ts';
import type { Environment } from './environment.ts';
import type { Selected } from './select.ts';

/**
 * The content rule for files that are given. Hook tools have made the worktree equal to the commit; for a push they name the
 * commit instead. @throws SnapshotError
 */
export async function selectFiles(
  files: readonly string[],
  git: Git,
  inRepository: boolean,
  environment: Environment,
): Promise<Selected> {
  const { cwd, env } = environment;
  const revision = env['PRE_COMMIT_TO_REF'];
  const snapshot =
    revision !== undefined ? openRevision(git, revision) : inRepository ? openWorktree(git) : openFolder(git.root);
  const resolving = resolveGivenFiles(files, { cwd, root: git.root, snapshot });
  const { paths, problems } = await orClose(snapshot, resolving);
  const deleted = inRepository ? await orClose(snapshot, deletions(git, environment)) : [];
  // A file that the revision has deleted may still be checked out, and be given for that.
  const gone = new Set(revision === undefined ? [] : deleted.map(({ path }) => path));
  const present = paths.filter((path) => !gone.has(path));
  return {
    selection: { snapshot, files: present, changes: [...present.map(asGiven), ...deleted] },
    problems: problems.map(({ message }) => ({ code: 'usage', message })),
    root: git.root,
  };
}

function asGiven(path: RepoPath): SelectedChange {
  return { path, status: 'given' };
}

/** The tools that give files leave out those that are deleted, and the old name of a renamed contract is one of them. */
async function deletions(git: Git, environment: Environment): Promise<readonly Change[]> {
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } = environment.env;
  const changes =
    from !== undefined && to !== undefined
      ? await rangeChanges(git, from, to)
      : isHook(environment)
        ? await stagedChanges(git)
        : [];
  return changes.filter(({ status }) => status === 'deleted');
}
