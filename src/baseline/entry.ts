/** So many violations that are the same in everything here. */
export interface BaselineEntry {
  /** Paths from the root. */
  readonly file: string;
  readonly contract: string;
  readonly kind: string;
  readonly field: string;
  /** Of the whole event that violates, see fingerprint.ts. */
  readonly record: string;
  readonly count: number;
}

export function keyOf({ file, contract, kind, field, record }: BaselineEntry): string {
  return JSON.stringify([file, contract, kind, field, record]);
}

/** Entries in their order in the file, those that are the same added up. */
export function inOrder(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    byKey.set(key, { ...entry, count: entry.count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}
