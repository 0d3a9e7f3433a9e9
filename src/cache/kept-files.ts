import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files under a folder; none where there is no such folder. */
export function folderFiles(folder: string): readonly { readonly path: string; readonly size: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .map((path) => ({ path, stats: statSync(path) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ path, stats }) => ({ path, size: stats.size }));
}

/** Removes a folder with everything in it. */
export function clearFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
