import { relative, resolve, sep } from 'node:path';
import type { Selection } from '../check/selection.ts';
import type { Git } from '../git/environment.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { resolveGivenFiles } from '../snapshot/given-files.ts';
import { openIndex } from '../snapshot/index-snapshot.ts';
import { rangeChanges } from '../snapshot/range-changes.ts';
import { DEFAULT_TIME_LIMIT, findRepository } from '../snapshot/repository-root.ts';
import { openRevision } from '../snapshot/revision-snapshot.ts';
import type { Change, Snapshot, RepoPath } from '../snapshot/snapshot.ts';
import { stagedChanges } from '../snapshot/staged-changes.ts';
import { openFolder, openWorktree } from '../snapshot/worktree-snapshot.ts';
import type { Environment } from './environment.ts';
import { commands } from './options.ts';
import type { Options } from './options.ts';

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
  const timeLimit = options['time-limit'] === undefined ? DEFAULT_TIME_LIMIT : Number(options['time-limit']) * 1000;
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
  if (files.length > 0) return givenFiles(files, git, repository !== undefined, environment);

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

/** A snapshot that is left open has a git process waiting, and that keeps ours from ending. */
async function orClose<T>(snapshot: Snapshot, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

function changed(changes: readonly Change[]): Pick<Selection, 'files' | 'changes'> {
  return { files: changes.flatMap(({ entry }) => (entry === undefined ? [] : [entry])), changes };
}

/** Hook tools have made the worktree equal to the commit; for a push they name the commit instead. */
async function givenFiles(
  files: readonly string[],
  git: Git,
  inRepository: boolean,
  { cwd, env }: Environment,
): Promise<Selected> {
  const revision = env['PRE_COMMIT_TO_REF'];
  const snapshot =
    revision !== undefined ? openRevision(git, revision) : inRepository ? openWorktree(git) : openFolder(git.root);
  const resolving = resolveGivenFiles(files, { cwd, root: git.root, snapshot });
  const { paths, problems } = await orClose(snapshot, resolving);
  // In a hook, the tool that gives the files leaves out the deleted ones, and a renamed contract is one of them.
  const deleted = env['GIT_INDEX_FILE'] === undefined ? [] : await orClose(snapshot, deletions(git));
  return {
    selection: { snapshot, files: paths, changes: [...paths.map(asModified), ...deleted] },
    problems: problems.map(({ given, message }) => ({ code: 'usage', message, ...commandHint(given) })),
    root: git.root,
  };
}

/** A command that is misspelt is taken for a file. */
function commandHint(word: string): Pick<Problem, 'hint'> {
  const near = /^[a-z]+$/.test(word) ? nearest(word, Object.keys(commands)) : undefined;
  return near === undefined ? {} : { hint: `Did you mean the command \`${near}\`?` };
}

function asModified(path: RepoPath): Change {
  return { path, status: 'modified' };
}

async function deletions(git: Git): Promise<Change[]> {
  return (await stagedChanges(git)).filter(({ status }) => status === 'deleted');
}

/** A path as the user wrote it, from the root. */
export function fromRoot(path: string, cwd: string, root: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/');
}
