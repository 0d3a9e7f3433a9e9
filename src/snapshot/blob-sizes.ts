import type { Git } from '../git/environment.ts';
import { runGit } from '../git/run.ts';
import type { Entry, RepoPath } from './snapshot.ts';

/** Bytes of blobs, by one `cat-file` that sends no content. */
export async function blobSizes(
  git: Git,
  files: readonly (RepoPath | Entry)[],
  find: (path: RepoPath) => Promise<Entry | 'directory' | undefined>,
): Promise<readonly number[]> {
  const ids: string[] = [];
  for (const file of files) {
    const entry = typeof file === 'string' ? await find(file) : file;
    ids.push(entry === undefined || entry === 'directory' ? '' : (entry.oid ?? ''));
  }
  const known = ids.filter((id) => id !== '');
  if (known.length === 0) return ids.map(() => 0);
  const output = await runGit(git, ['cat-file', '--batch-check=%(objectsize)'], `${known.join('\n')}\n`);
  const lines = output.toString('latin1').split('\n').values();
  // A blob that is missing has a word for its size; who reads it says so.
  return ids.map((id) => (id === '' ? 0 : Number.parseInt(lines.next().value ?? '', 10) || 0));
}
