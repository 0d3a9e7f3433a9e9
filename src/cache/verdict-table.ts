/** Words of 32 bits of an entry: four of the blob's id, the judge, how many events and one, the generation that used it last. */
const width = 7;
const countAt = 5;
const generationAt = 6;

/** Slots for each entry: a search ends at the first free slot, which must not be far. */
const slack = 2;

/**
 * Clean verdicts by blob and judge: how many events a blob has that all hold. Hashed with open addressing into one array,
 * which is read from a file and searched as it is. An id is random in all its bits, so that 128 of them tell it and a few
 * of them are hash enough. A slot that counts to nothing is free.
 */
export class VerdictTable {
  /** As written to a file. */
  readonly words: Uint32Array;
  size = 0;
  readonly #mask: number;

  private constructor(words: Uint32Array) {
    this.words = words;
    this.#mask = words.length / width - 1;
  }

  static withRoomFor(entries: number): VerdictTable {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, entries * slack)));
    return new VerdictTable(new Uint32Array(slots * width));
  }

  /** Undefined for words that are no such table. */
  static of(words: Uint32Array): VerdictTable | undefined {
    const slots = words.length / width;
    if (slots < 16 || !Number.isInteger(Math.log2(slots))) return undefined;
    const table = new VerdictTable(words);
    for (let at = countAt; at < words.length; at += width) if (words[at] !== 0) table.size++;
    return table.size * slack <= slots ? table : undefined;
  }

  /** How many events of a blob hold, all of them; undefined where that is not known. The generation marks it as used. */
  find(oid: string, judge: number, generation: number): number | undefined {
    const at = this.#slotOf(wordsOf(oid), judge);
    const count = this.words[at + countAt] ?? 0;
    if (count === 0) return undefined;
    this.words[at + generationAt] = generation;
    return count - 1;
  }

  /** There must be room. */
  add(id: readonly number[], judge: number, events: number, generation: number): void {
    const at = this.#slotOf(id, judge);
    if (this.words[at + countAt] === 0) this.size++;
    this.words.set([...id, judge, events + 1, generation], at);
  }

  *entries(): Generator<Entry> {
    for (let at = 0; at < this.words.length; at += width) {
      const [a = 0, b = 0, c = 0, d = 0, judge = 0, count = 0, generation = 0] = this.words.subarray(at, at + width);
      if (count !== 0) yield { id: [a, b, c, d], judge, events: count - 1, generation };
    }
  }

  /** Where an entry is, or the free slot where it would be. */
  #slotOf([a, b, c, d]: readonly number[], judge: number): number {
    const { words } = this;
    let slot = ((a ?? 0) ^ Math.imul(judge, 0x9e3779b1)) & this.#mask;
    for (;;) {
      const at = slot * width;
      const isEntry =
        words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d && words[at + 4] === judge;
      if (isEntry || words[at + countAt] === 0) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}

export interface Entry {
  readonly id: readonly number[];
  readonly judge: number;
  readonly events: number;
  readonly generation: number;
}

/** The first 128 bits of a hex object id. */
export function wordsOf(oid: string): readonly number[] {
  return [0, 8, 16, 24].map((at) => Number.parseInt(oid.slice(at, at + 8), 16));
}
