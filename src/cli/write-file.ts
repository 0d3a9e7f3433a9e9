import { appendFileSync, closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../problem.ts';
import { joined } from '../report/joined.ts';

/**
 * Writes a text that comes in pieces, so that the file has all of it or is what it was before. What is no regular file (a pipe,
 * /dev/null) is written to as it is. Undefined: done.
 */
export function writeFile(path: string, pieces: Iterable<string>): Problem | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) replace(path, pieces);
    else if (found.isFile()) replace(realpathSync(path), pieces);
    else writePieces(openSync(path, 'w'), pieces);
    return undefined;
  } catch (error) {
    return outputProblem(path, error);
  }
}

/** Adds to the end of a file. Undefined: done. */
export function appendToFile(path: string, text: string): Problem | undefined {
  try {
    appendFileSync(path, text);
    return undefined;
  } catch (error) {
    return outputProblem(path, error);
  }
}

function replace(path: string, pieces: Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${Math.random().toString(36).slice(2)}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    writePieces(file, pieces);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writePieces(file: number, pieces: Iterable<string>): void {
  try {
    for (const piece of joined(pieces))
      for (let rest = Buffer.from(piece); rest.length > 0;) rest = rest.subarray(writeSync(file, rest));
  } finally {
    closeSync(file);
  }
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'writing is not permitted',
  EPERM: 'writing is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

function outputProblem(path: string, error: unknown): Problem {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : message;
  const hint = code === 'ENOENT' ? `Make the folder first: mkdir -p ${dirname(path)}` : undefined;
  return { code: 'output', message: `the report cannot be written to ${path}: ${reason}`, ...(hint && { hint }) };
}
