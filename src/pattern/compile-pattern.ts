import type { Matcher, PatternResult } from './matcher.ts';
import { nativeRegExp } from './native-subset.ts';
import { compileRustRegex } from './rust-regex.ts';

/**
 * V8 keeps a choice to come back to for each character that a loop has read, in a stack of 64 MB that depends on the
 * text alone; when it is full, `test` throws a RangeError (seen from 10 million characters on).
 */
const LONGEST_NATIVE_TEXT = 65_536;

/** Compiles a pattern of Rust's `regex` 1.13.1, the dialect of contracts (`Regex::new` in the gateway's compile stage). */
export function compilePattern(pattern: string): PatternResult {
  const expression = nativeRegExp(pattern);
  return expression === undefined
    ? compileRustRegex(pattern)
    : { ok: true, matcher: nativeMatcher(pattern, expression) };
}

function nativeMatcher(pattern: string, expression: RegExp): Matcher {
  return {
    test: (text) => (text.length > LONGEST_NATIVE_TEXT ? rustMatcher(pattern).test(text) : expression.test(text)),
  };
}

function rustMatcher(pattern: string): Matcher {
  const result = compileRustRegex(pattern);
  if (!result.ok) throw new Error(`The native subset accepted what Rust refuses: ${result.error}`);
  return result.matcher;
}
