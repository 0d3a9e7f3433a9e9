import { comparePaths, displayPath } from '../git/path.ts';
import { SnapshotError, type Entry } from './snapshot.ts';

/** The files of a folder that git knows nothing of. Links are neither listed nor followed. */
export async function listFolder(root: string): Promise<Entry[]> {
  const { default: fastGlob } = await import('fast-glob');
  try {
    const paths = await fastGlob('**', {
      cwd: root,
      dot: true,
      followSymbolicLinks: false,
      ignore: ['**/.git/**', '**/node_modules/**'],
    });
    return paths.sort(comparePaths).map((path) => ({ path, kind: 'file' }));
  } catch (error) {
    throw new SnapshotError(
      `${displayPath(root)} cannot be listed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
