import { relative, resolve, sep } from 'node:path';
import type { Selection } from '../check/selection.ts';
import type { Git } from '../git/environment.ts';
import type { Problem } from '../problem.ts';
import { openIndex } from '../snapshot/index-snapshot.ts';
import { rangeChanges } from '../snapshot/range-changes.ts';
import { findRepository } from '../snapshot/repository-root.ts';
import { openRevision } from '../snapshot/revision-snapshot.ts';
import { orClose } from '../snapshot/or-close.ts';
import type { Change } from '../snapshot/snapshot.ts';
import { stagedChanges } from '../snapshot/staged-changes.ts';
import { worktreeChanges } from '../snapshot/worktree-changes.ts';
import { openFolder, openWorktree } from '../snapshot/worktree-snapshot.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { timeLimitOf } from './repository.ts';
import { selectFiles } from './select-files.ts';

/** What the command line selects, by the content rule of the README. */
export interface Selected {
  readonly selection: Selection;
  readonly problems: readonly Problem[];
  /** The root of the repository, or the folder that stands for it. */
  readonly root: string;
  /** Absent outside of a repository. */
  readonly repository?: Git | undefined;
}

/** The content rule: which paths, and where their content is read from. @throws SnapshotError */
export async function select(options: Options, files: readonly string[], environment: Environment): Promise<Selected> {
  const { cwd, env } = environment;
  const timeLimit = timeLimitOf(options);
  const repository = environment.git ?? findRepository(cwd, env, timeLimit);
  const git: Git = repository ?? { root: cwd, environment: env, timeLimit };
  const selected = (selection: Selection, problems: readonly Problem[] = []): Selected => ({
    selection,
    problems,
    root: git.root,
    repository,
  });

  if (options.all) {
    const snapshot =
      options.rev !== undefined
        ? openRevision(git, options.rev)
        : options.staged
          ? openIndex(git)
          : repository === undefined
            ? openFolder(cwd)
            : openWorktree(git);
    return selected({ snapshot, files: 'all', changes: [] });
  }
  if (files.length > 0) return selectFiles(files, git, repository !== undefined, environment);
  if (options.since !== undefined) {
    const snapshot = openWorktree(git);
    return selected({ snapshot, ...changed(await worktreeChanges(git, options.since)) });
  }

  const from = options['from-ref'] ?? (options.staged ? undefined : env['PRE_COMMIT_FROM_REF']);
  if (from !== undefined) {
    const to = options['to-ref'] ?? env['PRE_COMMIT_TO_REF'] ?? 'HEAD';
    const snapshot = openRevision(git, to);
    return selected({ snapshot, ...changed(await orClose(snapshot, rangeChanges(git, from, to))) });
  }
  const staged = stagedChanges(git);
  // Not after them: its `cat-file` comes up while `diff-index` works.
  const snapshot = openIndex(git, staged);
  return selected({ snapshot, ...changed(await orClose(snapshot, staged)) });
}

function changed(changes: readonly Change[]): Pick<Selection, 'files' | 'changes'> {
  return { files: changes.flatMap(({ entry }) => (entry === undefined ? [] : [entry])), changes };
}

/** A path as the user wrote it, from the root. */
export function fromRoot(path: string, cwd: string, root: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/');
}
