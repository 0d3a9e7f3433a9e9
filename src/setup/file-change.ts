import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** A file to write: a new one, or one that gets lines added. */
export interface FileChange {
  /** From the root, or absolute. */
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
  readonly executable?: boolean;
}

/** Writes a change, unless the file is no longer as it was when the change was made up. @throws Error */
export function writeChange(root: string, { path, before, after, executable = false }: FileChange): void {
  const place = isAbsolute(path) ? path : join(root, path);
  mkdirSync(dirname(place), { recursive: true });
  if (before === undefined) {
    // Never over a file that has come up meanwhile.
    writeFileSync(place, after, { flag: 'wx' });
    if (executable) chmodSync(place, 0o755);
    return;
  }
  if (readFileSync(place, 'utf8') !== before)
    throw new Error(`${path} has changed meanwhile; nothing was written to it`);
  replaceFile(place, after);
}

/** Whole or not at all: into a file beside it, which then takes its name and its mode. */
export function replaceFile(place: string, text: string): void {
  const mode = statSync(place, { throwIfNoEntry: false })?.mode;
  // A hook is often a link to a file that is in git.
  const target = mode === undefined ? place : realpathSync(place);
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  writeFileSync(beside, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
  renameSync(beside, target);
}
