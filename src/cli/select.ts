import { relative, resolve, sep } from 'node:path';
import type { Selection } from '../check/selection.ts';
import type { Git } from '../git/environment.ts';
import type { Problem } from '../problem.ts';
import { openIndex } from '../snapshot/index-snapshot.ts';
import { findRepository } from '../snapshot/repository-root.ts';
import { orClose } from '../snapshot/or-close.ts';
import type { Change } from '../snapshot/snapshot.ts';
import { stagedChanges } from '../snapshot/staged-changes.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { timeLimitOf } from './repository.ts';

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
  const from = options['from-ref'] ?? (options.staged ? undefined : env['PRE_COMMIT_FROM_REF']);
  if (options.all || files.length > 0 || (options.since ?? from) !== undefined) {
    const { selectOther } = await import('./select-other.ts');
    return selectOther(options, files, environment, { git, isRepository: repository !== undefined, from });
  }
  const staged = stagedChanges(git);
  // Not after them: its `cat-file` comes up while `diff-index` works.
  const snapshot = openIndex(git, staged);
  const selection = { snapshot, ...changed(await orClose(snapshot, staged)) };
  return { selection, problems: [], root: git.root, repository };
}

export function changed(changes: readonly Change[]): Pick<Selection, 'files' | 'changes'> {
  return { files: changes.flatMap(({ entry }) => (entry === undefined ? [] : [entry])), changes };
}

/** A path as the user wrote it, from the root. */
export function fromRoot(path: string, cwd: string, root: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/');
}
