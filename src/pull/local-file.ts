import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** A file of the repository by its path from the root; undefined where there is none. @throws Error for what is no file */
export function readLocal(root: string, path: string): string | undefined {
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new Error('it is not a regular file');
  return readFileSync(join(root, path), 'utf8');
}

/** Puts a file in place as a whole, or leaves what was there. @throws Error where it would leave the repository */
export function writeLocal(root: string, path: string, text: string): void {
  const target = join(root, path);
  const folder = existingFolder(dirname(target));
  const inside = relative(realpathSync(root), realpathSync(folder));
  if (inside === '..' || inside.startsWith(`..${sep}`)) throw new Error('its folder leads out of the repository');
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function existingFolder(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined ? existingFolder(dirname(folder)) : folder;
}
