import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Bytes of the checksum that stands before the content. */
const sealLength = 4;

/** What `writeSealed` wrote; undefined where that is not all there, to the bit: V8 crashes on broken code. */
export function readSealed(file: string): Buffer | undefined {
  try {
    const sealed = readFileSync(file);
    const content = sealed.subarray(sealLength);
    return content.length > 0 && sealed.readUInt32LE(0) === crc32(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Appears at once or not at all. A place that cannot be written to does without. */
export function writeSealed(file: string, content: Buffer): void {
  const seal = Buffer.alloc(sealLength);
  seal.writeUInt32LE(crc32(content), 0);
  const draft = `${file}.${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([seal, content]), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    removeIfThere(draft);
  }
}

/** `rmSync` with `force` throws where a folder on the way is none. */
function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file, { force: true });
}

/** Of more than so many files in a folder, the oldest make way; among them what a run that was ended has left behind. */
export function makeRoom(folder: string, mostFiles: number): void {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
    if (files.length <= mostFiles) return;
    const ages = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
    const oldestFirst = files.sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0));
    for (const file of oldestFirst.slice(0, -mostFiles)) rmSync(file, { force: true });
  } catch {
    // There is no such folder, or another run makes room as well.
  }
}
