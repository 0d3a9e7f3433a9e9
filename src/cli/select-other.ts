import type { Selection } from '../check/selection.ts';
import type { Git } from '../git/environment.ts';
import { openIndex } from '../snapshot/index-snapshot.ts';
import { orClose } from '../snapshot/or-close.ts';
import { rangeChanges } from '../snapshot/range-changes.ts';
import { openRevision } from '../snapshot/revision-snapshot.ts';
import { worktreeChanges } from '../snapshot/worktree-changes.ts';
import { openFolder, openWorktree } from '../snapshot/worktree-snapshot.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { selectFiles } from './select-files.ts';
import { changed } from './select.ts';
import type { Selected } from './select.ts';

/** Where a selection looks. */
interface Place {
  /** Outside of a repository, the folder that stands for it. */
  readonly git: Git;
  readonly isRepository: boolean;
  /** The revision that a range starts from. */
  readonly from: string | undefined;
}

/** What no commit waits for: everything, files that are given, ranges. @throws SnapshotError */
export async function selectOther(
  options: Options,
  files: readonly string[],
  environment: Environment,
  { git, isRepository, from }: Place,
): Promise<Selected> {
  const selected = (selection: Selection): Selected => ({
    selection,
    problems: [],
    root: git.root,
    repository: isRepository ? git : undefined,
  });
  if (options.all) {
    const snapshot =
      options.rev !== undefined
        ? openRevision(git, options.rev)
        : options.staged
          ? openIndex(git)
          : isRepository
            ? openWorktree(git)
            : openFolder(git.root);
    return selected({ snapshot, files: 'all', changes: [] });
  }
  if (files.length > 0) return selectFiles(files, git, isRepository, environment);
  if (options.since !== undefined) {
    const snapshot = openWorktree(git);
    return selected({ snapshot, ...changed(await worktreeChanges(git, options.since)) });
  }
  if (from === undefined) throw new Error('what is staged is selected elsewhere');
  const to = options['to-ref'] ?? environment.env['PRE_COMMIT_TO_REF'] ?? 'HEAD';
  const snapshot = openRevision(git, to);
  return selected({ snapshot, ...changed(await orClose(snapshot, rangeChanges(git, from, to))) });
}
