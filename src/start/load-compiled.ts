import { readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { makeRoom, readSealed, writeSealed } from '../cache/sealed-file.ts';

export interface Loaded {
  /** What the program exports. */
  readonly exports: unknown;
  /** Keeps the compiled code, with all functions that have run by now, for the next start. */
  keep(): void;
}

/**
 * Loads a program in CommonJS with the code that V8 made of it in an earlier run: to read the text anew takes longer than to
 * judge a commit of three fixtures. Where Node keeps compiled code by itself (from 22.1 on) that is left to it. Without a
 * folder, or where the folder cannot be read, nothing is kept.
 *
 * @param entry Absolute. It and the files beside it that it requires are ASCII, and their names tell their content.
 * @param folder Of this version of Node.
 */
export function loadCompiled(entry: string, folder: string | undefined): Loaded {
  const require = createRequire(entry);
  if (folder !== undefined && 'enableCompileCache' in nodeModule) {
    enableCompileCache(folder);
    return { exports: require(entry), keep() {} };
  }
  // Of these files all is known that Node would look for first.
  const library = dirname(entry);
  const modules = new Map<string, { exports: unknown }>();
  const scripts: KeptScript[] = [];
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return require(id);
    const known = modules.get(id);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const filename = join(library, id);
    const script = new KeptScript(filename, folder && join(folder, id));
    scripts.push(script);
    script.run(module.exports, load, module, filename, library);
    return module.exports;
  };
  return {
    exports: load(`./${entry.slice(library.length + 1)}`),
    keep() {
      const kept = scripts.filter((script) => script.keep());
      if (folder !== undefined && kept.length > 0) makeRoom(folder, mostFiles);
    },
  };
}

/** More than the files of the versions of the program that one person is likely to use in turns. */
const mostFiles = 64;

/** Characters: of less, the code is made as quickly as read. */
const worthKeeping = 2000;

/** A file of the program, whose code is taken from where it is kept if it is there. */
class KeptScript {
  readonly #script: Script;
  /** Where the code is to be kept; undefined: nowhere, or it is there. */
  readonly #missing: string | undefined;

  constructor(filename: string, place: string | undefined) {
    const text = readFileSync(filename, 'latin1');
    const kept = text.length < worthKeeping ? undefined : place;
    const cachedData = kept && readSealed(kept);
    const wrapped = `(function(exports,require,module,__filename,__dirname){${text}\n})`;
    this.#script = new Script(wrapped, { filename, ...(cachedData && { cachedData }) });
    // Another version of V8, or other flags: what it made is of no use.
    const isThere = cachedData !== undefined && this.#script.cachedDataRejected !== true;
    this.#missing = isThere ? undefined : kept;
  }

  /** With what CommonJS gives a module. */
  run(...parameters: readonly unknown[]): void {
    (this.#script.runInThisContext() as (...parameters: readonly unknown[]) => void)(...parameters);
  }

  /** Whether there was anything to keep. */
  keep(): boolean {
    if (this.#missing === undefined) return false;
    writeSealed(this.#missing, this.#script.createCachedData());
    return true;
  }
}

/** The types are those of the oldest Node that this runs on. */
function enableCompileCache(folder: string): void {
  (nodeModule as unknown as { enableCompileCache(folder: string): unknown }).enableCompileCache(folder);
}
