import type { JsonValue } from '../json-value.ts';

/** serde_json's recursion limit: the 128th container is refused. */
export const deepest = 127;

/**
 * Tokens that JSON.parse reads otherwise than serde_json does: `-0`, floats whose value is integral (`1.0`, `1e2`), exponents
 * (`1e400` is refused), numbers of so many digits that they may be rounded, and escapes that may be half a surrogate pair.
 * Also flags some texts that only look so, inside strings; those are read again for nothing.
 */
const suspicious = /(?:^|[:[,\n])\s*(?:-0(?![.\d])|-?\d+(?:\.0+(?!\d)|(?:\.\d+)?[eE])|-?[\d.]{16})|\\u[dD][89a-fA-F]/;

/** Whether JSON.parse may have misread a number or a string of a text. Says nothing of its depth. */
export function mayMisread(text: string): boolean {
  return suspicious.test(text) || !text.isWellFormed();
}

/** Whether the value that JSON.parse read from a text has more containers inside each other than serde_json follows. */
export function isTooDeep(text: string, value: JsonValue): boolean {
  return hasManyContainers(text) && isDeeperThan(value, deepest);
}

/** A cheap bound: without this many opening characters, no text is too deep. */
function hasManyContainers(text: string): boolean {
  // Each container needs two characters.
  if (text.length < 2 * deepest) return false;
  let containers = 0;
  for (const opening of ['{', '[']) {
    for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) {
      if (++containers > deepest) return true;
    }
  }
  return false;
}

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  const members = Array.isArray(value) ? value : Object.values(value);
  for (const member of members) if (isDeeperThan(member, limit - 1)) return true;
  return false;
}
