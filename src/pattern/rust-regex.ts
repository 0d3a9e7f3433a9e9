import type { PatternResult } from './matcher.ts';
import { rustRegex } from './rust-engine.ts';
import { isTooBigForGateway, tooBig } from './size-limit.ts';

/** Contracts that are checked together tend to share patterns, and one with `\d` takes milliseconds to compile. */
const results = new Map<string, PatternResult>();

/** Judges any pattern as the gateway does. Throws where the rregex package cannot be loaded. */
export function compileRustRegex(pattern: string): PatternResult {
  let result = results.get(pattern);
  if (result === undefined) {
    result = compile(pattern);
    results.set(pattern, result);
  }
  return result;
}

function compile(pattern: string): PatternResult {
  const error = errorOf(pattern) ?? (isTooBigForGateway(pattern) ? tooBig : undefined);
  return error === undefined
    ? { ok: true, matcher: { test: (text) => rustRegex(pattern).isMatch(text) } }
    : { ok: false, error };
}

function errorOf(pattern: string): string | undefined {
  try {
    rustRegex(pattern);
    return undefined;
  } catch (error) {
    // `regex::Error` arrives as an Error with nothing but a message. A failure to load has a cause, and a trap of the
    // WebAssembly another name: they say nothing about the pattern.
    if (error instanceof Error && error.name === 'Error' && error.cause === undefined) return error.message;
    throw error;
  }
}
