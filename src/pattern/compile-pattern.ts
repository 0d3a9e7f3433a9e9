import type { Matcher, PatternResult } from './matcher.ts';
import { nativePattern } from './native-subset.ts';
import type { NativePattern } from './native-subset.ts';
import { compileRustRegex } from './rust-regex.ts';
import { searchTable, stateTable } from './state-table.ts';
import type { StateTable } from './state-table.ts';

/**
 * V8 keeps a choice to come back to for each character that a loop has read, in a stack of 64 MB that depends on the
 * text alone; when it is full, `test` throws a RangeError (seen from 10 million characters on).
 */
const LONGEST_NATIVE_TEXT = 65_536;

/** For longer texts the loop of a compiled `RegExp` makes up for its call. */
const LONGEST_TABLE_TEXT = 40;

/** Texts until a table is made, which takes as long as some hundred searches: a commit of a few fixtures needs none. */
const USES_BEFORE_TABLE = 500;

/** Compiles a pattern of Rust's `regex` 1.13.1, the dialect of contracts (`Regex::new` in the gateway's compile stage). */
export function compilePattern(pattern: string): PatternResult {
  const native = nativePattern(pattern);
  return native === undefined ? compileRustRegex(pattern) : { ok: true, matcher: new NativeMatcher(pattern, native) };
}

class NativeMatcher implements Matcher {
  readonly #pattern: string;
  readonly #native: NativePattern;
  #uses = 0;
  #table: StateTable | undefined;

  constructor(pattern: string, native: NativePattern) {
    this.#pattern = pattern;
    this.#native = native;
  }

  test(text: string): boolean {
    const table = text.length <= LONGEST_TABLE_TEXT ? this.#table : undefined;
    return table === undefined ? this.#search(text) : (searchTable(table, text) ?? this.#search(text));
  }

  /** Apart from the common case, so that V8 inlines that. */
  #search(text: string): boolean {
    if (text.length > LONGEST_NATIVE_TEXT) return this.#searchInRust(text);
    if (text.length <= LONGEST_TABLE_TEXT && ++this.#uses === USES_BEFORE_TABLE) {
      this.#table = stateTable(this.#native.graph);
    }
    return this.#native.expression.test(text);
  }

  #searchInRust(text: string): boolean {
    const result = compileRustRegex(this.#pattern);
    if (!result.ok) throw new Error(`The native subset accepted what Rust refuses: ${result.error}`);
    return result.matcher.test(text);
  }
}
