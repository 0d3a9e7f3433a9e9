import { parseDiffRecords, type DiffRecord } from '../git/diff-records.ts';
import type { Git } from '../git/environment.ts';
import { runGit, tryGit } from '../git/run.ts';

// Plumbing: full object ids whatever core.abbrev is, the whole tree whatever diff.relative is, no refresh of the index.
const DIFF_INDEX = ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--ita-invisible-in-index'];

/** How the index differs from a tree. What was only announced (`add --intent-to-add`) is not part of it. */
export async function diffIndex(git: Git, tree: string): Promise<DiffRecord[]> {
  return parseDiffRecords(await runGit(git, [...DIFF_INDEX, tree]), 'diff-index');
}

// The id that the empty tree has under SHA-1. Git knows it without its being stored.
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Everything in the index, each as an addition. One process, or three where the repository's hash is not SHA-1. */
export async function wholeIndex(git: Git): Promise<DiffRecord[]> {
  const { stdout, failure } = await tryGit(git, [...DIFF_INDEX, EMPTY_TREE]);
  if (!failure) return parseDiffRecords(stdout, 'diff-index');
  // `hash-object` without -w stores nothing; its input is empty.
  const emptyTree = (await runGit(git, ['hash-object', '-t', 'tree', '--stdin'])).toString('latin1').trim();
  if (emptyTree === EMPTY_TREE) throw failure;
  return diffIndex(git, emptyTree);
}
