import { readFileSync } from 'node:fs';
import nodeModule, { Module, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readSealed, writeSealed } from '../cache/sealed-file.ts';

/** The two files of a program in CommonJS: `entry` requires `hot`, in which everything is. Absolute paths. */
export interface ProgramFiles {
  readonly entry: string;
  /** ASCII; its name tells its content. */
  readonly hot: string;
}

export interface Loaded {
  /** What `entry` exports. */
  readonly exports: unknown;
  /** Keeps the compiled code, with all functions that have run by now, for the next start. */
  keep(): void;
}

/**
 * Loads a program with the code that V8 made of it in an earlier run: to read the text anew takes longer than to judge a
 * commit of three fixtures. Where Node keeps compiled code by itself (from 22.1 on) that is left to it. Without a folder, or
 * where the folder cannot be read, nothing is kept.
 *
 * @param folder Of this version of Node.
 */
export function loadCompiled({ entry, hot }: ProgramFiles, folder: string | undefined): Loaded {
  const require = createRequire(entry);
  if (folder === undefined || 'enableCompileCache' in nodeModule) {
    if (folder !== undefined) enableCompileCache(folder);
    return { exports: require(entry), keep() {} };
  }

  const kept = join(folder, basename(hot));
  const cachedData = readSealed(kept);
  const wrapped = `(function(exports,require,module,__filename,__dirname){${readFileSync(hot, 'latin1')}\n})`;
  const script = new Script(wrapped, { filename: hot, ...(cachedData && { cachedData }) });
  const module = new Module(hot);
  const run = script.runInThisContext() as (...parameters: unknown[]) => void;
  run(module.exports, require, module, hot, dirname(hot));
  // Whatever requires it from now on gets this one.
  require.cache[hot] = module;
  return {
    exports: require(entry),
    keep() {
      // Another version of V8, or other flags: what it made is of no use.
      if (cachedData === undefined || script.cachedDataRejected === true) writeSealed(kept, script.createCachedData());
    },
  };
}

/** The types are those of the oldest Node that this runs on. */
function enableCompileCache(folder: string): void {
  (nodeModule as unknown as { enableCompileCache(folder: string): unknown }).enableCompileCache(folder);
}
