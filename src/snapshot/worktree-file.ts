import { closeSync, openSync, readSync } from 'node:fs';
import { displayPath, encodePath, isText, type RepoPath } from '../git/path.ts';
import { attempt, statsAt } from './file-access.ts';
import { SnapshotError, type Content } from './snapshot.ts';

const CHUNK = 65_536;

/** What stands on disk at a path of the worktree. Calls are synchronous: for many small files that is what is fast. */
export function worktreeContent(root: string, path: RepoPath): Content {
  const place = placeOf(root, path);
  const stats = statsAt(path, place);
  if (stats === undefined) return { kind: 'absent' };
  if (stats.isDirectory()) return { kind: 'directory' };
  if (stats.isSymbolicLink()) return { kind: 'symlink' };
  if (!stats.isFile()) throw new SnapshotError(`${displayPath(path)} is neither a file nor a folder`);
  return {
    kind: 'file',
    size: stats.size,
    ...(typeof place === 'string' && { place }),
    bytes: async () => attempt(path, () => readWhole(place, stats.size)),
    chunks: () => chunksOf(path, place),
  };
}

/** A path that is not UTF-8 is handed to the system as bytes. */
function placeOf(root: string, path: RepoPath): string | Buffer {
  const place = `${root}/${path}`;
  return isText(place) ? place : encodePath(place);
}

/** As `readFileSync`, but for its asking for the size once more. */
function readWhole(place: string | Buffer, size: number): Buffer {
  const file = openSync(place, 'r');
  try {
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read) {
      read = readSync(file, bytes, length, size - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

async function* chunksOf(path: RepoPath, place: string | Buffer): AsyncGenerator<Buffer> {
  const file = attempt(path, () => openSync(place, 'r'));
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = attempt(path, () => readSync(file, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
