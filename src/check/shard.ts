/** Part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Bytes that take as long to judge as a file takes to open. */
const perFile = 4096;

/**
 * The items of one shard, in their order. Each in turn, the largest first, goes to the shard that has the least so far: of
 * the same items with the same sizes, every machine makes the same parts.
 */
export function takeShard<Item>(items: readonly Item[], sizes: readonly number[], { index, count }: Shard): Item[] {
  const weights = items.map((_, at) => (sizes[at] ?? 0) + perFile);
  const heaviestFirst = [...items.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const loads = Array.from({ length: count }, () => 0);
  const mine = new Set<number>();
  for (const at of heaviestFirst) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + (weights[at] ?? 0);
    if (lightest === index - 1) mine.add(at);
  }
  return items.filter((_, at) => mine.has(at));
}
