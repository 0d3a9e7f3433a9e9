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

/** More than the versions of the program that one person is likely to use in turns. */
const mostFiles = 8;

/** Appears at once or not at all, and the oldest beside it make way. A place that cannot be written to does without. */
export function writeSealed(file: string, content: Buffer): void {
  const seal = Buffer.alloc(sealLength);
  seal.writeUInt32LE(crc32(content), 0);
  const draft = `${file}.${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([seal, content]), { mode: 0o600 });
    renameSync(draft, file);
    makeRoom(dirname(file));
  } catch {
    removeIfThere(draft);
  }
}

/** `rmSync` with `force` throws where a folder on the way is none. */
function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file, { force: true });
}

function makeRoom(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= mostFiles) return;
  const ages = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
  const oldestFirst = files.sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0));
  for (const file of oldestFirst.slice(0, -mostFiles)) rmSync(file, { force: true });
}
