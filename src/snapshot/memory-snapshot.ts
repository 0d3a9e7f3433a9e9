import { comparePaths } from '../git/path.ts';
import { bufferedContent } from './buffered-content.ts';
import { entryLookup } from './entry-lookup.ts';
import type { Content, Entry, RepoPath, Snapshot } from './snapshot.ts';

/** A snapshot of files that exist only here: for tests, and for content that a caller already holds. */
export function memorySnapshot(files: ReadonlyMap<RepoPath, string | Uint8Array>, name = 'memory'): Snapshot {
  const entries: Entry[] = [...files.keys()].sort(comparePaths).map((path) => ({ path, kind: 'file' }));
  const lookUp = entryLookup(entries);

  const contentAt = (path: RepoPath): Content => {
    const file = files.get(path);
    if (file !== undefined) return bufferedContent(Buffer.from(file));
    return { kind: lookUp(path) === 'directory' ? 'directory' : 'absent' };
  };

  return {
    name,
    list: () => Promise.resolve(entries),
    async *read(paths) {
      for (const item of paths) {
        const path = typeof item === 'string' ? item : item.path;
        yield { path, content: contentAt(path) };
      }
    },
    sizes: (paths) =>
      Promise.resolve(
        paths.map((item) => Buffer.byteLength(files.get(typeof item === 'string' ? item : item.path) ?? '')),
      ),
    close: () => Promise.resolve(),
  };
}
