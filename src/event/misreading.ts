import type { JsonValue } from '../json-value.ts';
import { isContainer } from './container.ts';
import { backslashMark, scannerFor, suspectMark } from './line-scanner.ts';

/** serde_json's recursion limit: the 128th container is refused. */
export const deepest = 127;

/**
 * Numbers that JSON.parse reads otherwise than serde_json does:
 *
 * - `-0`, a float
 * - an exponent: `1e2` is a float, `1e400` is refused
 * - a fraction of zeros: `1.0` is a float
 * - a fraction that may round to an integer, as 0.99999999999999999 does. An integer has neighbours this close only where
 *   the digits before the point and the zeros or nines right after it are 15 or more together.
 * - an integer of 17 digits, or of 16 beyond 2^53, may be rounded or beyond u64
 *
 * Also finds some texts inside strings, which are then read exactly for nothing. A line break begins the search anew, so that
 * a run of them is not searched to its end from each.
 */
const misreadNumber =
  /[:[,\n][ \t\r]*-?\d(?:(?<=-0)(?![.\d])|\d*(?:\.(?:0+(?=[,\]}\s]|$)|0{5}|9{5}|\d*[eE])|[eE])|\d{10,}\.|\d{16}|(?<=9)\d{15})/;

/** The same for a text that is nothing but a number, or in a block of lines the first line. */
const numberAtStart = /^\s*[-\d]/;

/**
 * An escape of half a surrogate pair, which serde_json refuses. An escape right behind a backslash is not told apart from
 * the text `\\ud800`, of an escaped backslash and five letters, and so is found too.
 */
const halfPair = /\\\\u[dD][89a-fA-F]|\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]/;

/** Whether JSON.parse may have misread a number or a string of a text. Says nothing of its depth. */
export function mayMisread(text: string): boolean {
  const marks = scannerFor(text.length)?.marksOfText(text) ?? anyMark;
  return mayMisreadMarked(text, marks) || !text.isWellFormed();
}

/** The same for a well-formed text of which a scan tells, by `marks`, what may be in it. */
export function mayMisreadMarked(text: string, marks: number): boolean {
  if ((marks & suspectMark) !== 0 && (misreadNumber.test(text) || numberAtStart.test(text))) return true;
  // Most texts have no such escape at all, which is found out many times faster.
  return (marks & backslashMark) !== 0 && text.includes('\\u') && halfPair.test(text);
}

const anyMark = suspectMark | backslashMark;

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

function isDeeperThan(value: JsonValue | undefined, limit: number): boolean {
  if (value === undefined || !isContainer(value)) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, limit - 1));
  // Several times faster than Object.values.
  for (const key in value) if (isDeeperThan(value[key], limit - 1)) return true;
  return false;
}
