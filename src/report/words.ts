/** `1 event`, `9,812 events`. */
export function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** With commas between thousands. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The first of some items, and how many are left out. */
export function firstOf<Item>(
  items: readonly Item[],
  most: number,
): { shown: readonly Item[]; hidden: readonly Item[] } {
  return { shown: items.slice(0, most), hidden: items.slice(most) };
}
