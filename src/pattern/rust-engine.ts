import { createRequire } from 'node:module';
import type { RRegex } from 'rregex';

/** What the CommonJS build of rregex 1.13.1 exports, as far as we need it. */
interface Rregex {
  readonly RRegex: new (pattern: string) => RRegex;
  readonly __wasm: { readonly memory: WebAssemblyMemory };
}

interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
}

/**
 * The allocator inside rregex does not reuse all that it gets back: each compiled pattern and each long text beyond ASCII
 * leaves something behind, and at 4 GB the next call traps. So the instance is replaced long before.
 */
const FULL_BYTES = 512 * 1024 * 1024;

let instance: Rregex | undefined;
let kept = new Map<string, RRegex>();

/**
 * A pattern compiled by the `regex` crate itself, in WebAssembly; throws its `regex::Error` as an Error. To be asked for
 * again with each text, since it does not outlive the instance.
 */
export function rustRegex(pattern: string): RRegex {
  const { RRegex } = currentInstance();
  let regex = kept.get(pattern);
  if (regex === undefined) {
    regex = new RRegex(pattern);
    kept.set(pattern, regex);
  }
  return regex;
}

function currentInstance(): Rregex {
  if (instance === undefined || instance.__wasm.memory.buffer.byteLength > FULL_BYTES) {
    instance = load();
    kept = new Map();
  }
  return instance;
}

/** On first need: most contracts never need it, and loading takes as long as checking a commit. */
function load(): Rregex {
  const require = createRequire(import.meta.url);
  try {
    const path = require.resolve('rregex');
    // Each evaluation of the module instantiates the WebAssembly anew.
    delete require.cache[path];
    return require(path) as Rregex;
  } catch (cause) {
    throw new Error(
      'Cannot load the package rregex, which runs the patterns that JavaScript cannot. ' +
        'It is a dependency of contractgate-hook: reinstall with `npm install` (or your package manager).',
      { cause },
    );
  }
}
