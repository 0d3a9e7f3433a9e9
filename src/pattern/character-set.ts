/**
 * A set of code points that tells apart only what the native subset can write: each ASCII character is one bit, and all
 * other code points together are bit 128.
 */
export type CharacterSet = bigint;

const ASCII_SIZE = 128;

/** Every code point. */
const everyCharacter: CharacterSet = (1n << BigInt(ASCII_SIZE + 1)) - 1n;

/** The code points from `first` to `last`, both ASCII. */
export function asciiRange(first: number, last: number): CharacterSet {
  return ((1n << BigInt(last - first + 1)) - 1n) << BigInt(first);
}

export function complementOf(set: CharacterSet): CharacterSet {
  return everyCharacter & ~set;
}

export function holdsNonAscii(set: CharacterSet): boolean {
  return set >> BigInt(ASCII_SIZE) === 1n;
}

/** The ASCII members, as maximal ranges in ascending order. */
export function asciiRangesOf(set: CharacterSet): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (let code = 0; code < ASCII_SIZE; code += 1) {
    if (((set >> BigInt(code)) & 1n) === 0n) continue;
    const previous = ranges.at(-1);
    if (previous?.[1] === code - 1) previous[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** The coarsest partition of all code points in which each of `sets` is a union of blocks. */
export function blocksOf(sets: Iterable<CharacterSet>): CharacterSet[] {
  let blocks = [everyCharacter];
  for (const set of new Set(sets)) {
    blocks = blocks.flatMap((block) => [block & set, block & ~set]).filter((block) => block !== 0n);
  }
  return blocks;
}
