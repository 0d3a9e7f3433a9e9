import type { Shard } from '../check/shard.ts';

/** Far more machines than anybody has. */
const mostShards = 10_000;

/** `2/4`; undefined for anything that is no part of a whole. */
export function parseShard(text: string): Shard | undefined {
  const [, first, second] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index <= count && count <= mostShards ? { index, count } : undefined;
}
