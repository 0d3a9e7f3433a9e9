import { rustRegex } from './rust-engine.ts';

/** `regex::Error::CompiledTooBig` at the default limit, which the gateway leaves as it is. */
export const tooBig = 'Compiled regex exceeds size limit of 10485760 bytes.';

/** No class takes so much memory that a pattern with a smaller product of length and repetitions could be too big. */
const SUSPICIOUS_SIZE = 320;

/**
 * Brings a pattern that takes 10 MiB / 1.857 to the limit: `a` takes 16 bytes. The factor between 32 and 64 bits is 1.85
 * to 1.89 for Unicode's classes, the only ones that come near the limit in practice (2 for a literal, 1.7 for `[ac]`).
 */
const PADDING = 'a{302448}';

/**
 * Whether a pattern that rregex compiles is too big for the gateway, near the limit with a tolerance of 2 %.
 *
 * The limit counts bytes in memory, and WebAssembly has 32-bit pointers: a state that takes 16 bytes here takes 32 bytes in
 * the gateway (`State` in regex-automata's nfa/thompson/builder.rs), while what it points to is the same. `^\w{1,255}$` is
 * legal here, and refused there.
 */
export function isTooBigForGateway(pattern: string): boolean {
  if (suspiciousSize(pattern) < SUSPICIOUS_SIZE) return false;
  // The line feed ends a comment that the pattern may end with (flag `x`).
  const group = `(?:${pattern}\n)`;
  // Twice the size fits in: even if every byte of it doubles, it is legal. The common answer, and a cheap one.
  return !compiles(`${group}{2}`) && !compiles(group + PADDING);
}

function suspiciousSize(pattern: string): number {
  const bounds = [...pattern.matchAll(/\{\s*(\d+)\s*(?:,\s*(\d*)\s*)?\}/g)];
  return bounds.reduce((size, [, minimum, maximum]) => size * Math.max(1, Number(maximum || minimum)), pattern.length);
}

function compiles(pattern: string): boolean {
  try {
    rustRegex(pattern);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === tooBig) return false;
    throw error;
  }
}
