import { parseDiffRecords, type DiffRecord } from '../git/diff-records.ts';
import type { Git } from '../git/environment.ts';
import { runGit, tryGit } from '../git/run.ts';
import { stagedDiffArguments } from './staged-diff-arguments.ts';

/** How the index differs from a tree. */
export async function diffIndex(git: Git, tree: string): Promise<DiffRecord[]> {
  return parseDiffRecords(await runGit(git, stagedDiffArguments(tree)), 'diff-index');
}

// The id that the empty tree has under SHA-1. Git knows it without its being stored.
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Everything in the index, each as an addition. One process, or three where the repository's hash is not SHA-1. */
export async function wholeIndex(git: Git): Promise<DiffRecord[]> {
  const { stdout, failure } = await tryGit(git, stagedDiffArguments(EMPTY_TREE));
  if (!failure) return parseDiffRecords(stdout, 'diff-index');
  // `hash-object` without -w stores nothing; its input is empty.
  const emptyTree = (await runGit(git, ['hash-object', '-t', 'tree', '--stdin'])).toString('latin1').trim();
  if (emptyTree === EMPTY_TREE) throw failure;
  return diffIndex(git, emptyTree);
}
