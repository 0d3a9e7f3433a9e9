import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { makeRoom, readSealed, writeSealed } from './sealed-file.ts';
import { VerdictTable, wordsOf } from './verdict-table.ts';
import type { Entry } from './verdict-table.ts';

/** Entries; at 28 bytes in each of twice as many slots, the file has at most 15 MB. Beyond it the longest unused are dropped. */
const mostEntries = 2 ** 18;

/** Bytes before the table. */
const headLength = 4;

/** What stands behind the table, as JSON. */
interface Tail {
  readonly maker: string;
  readonly generation: number;
  readonly judges: readonly string[];
}

/**
 * Clean verdicts that earlier runs reached: "all `events` events of this blob hold, says this judge". A judge is everything
 * besides the blob that the verdict depends on, as a text; it is compared whole.
 *
 * One file, read once and replaced by `keep`. Of two runs that end together one is forgotten, which costs time only.
 */
export class VerdictMemory {
  readonly folder: string;
  /** The format of what is kept, the machine and the program: of another maker nothing is believed. */
  readonly maker: string;
  readonly #file: string;
  readonly #limit: number;
  readonly #added: Entry[] = [];
  #read: Kept | undefined;

  /** A file that is missing, broken, or of another program counts as empty. */
  constructor(folder: string, version: string, limit: number = mostEntries) {
    this.folder = folder;
    this.maker = `2 ${endianness()} ${version}`;
    this.#limit = limit;
    this.#file = join(folder, 'verdicts');
  }

  get size(): number {
    return this.#kept.table.size + this.#added.length;
  }

  /** How many events the blob has, which all hold; undefined where that is not known. */
  recall(judge: string, oid: string): number | undefined {
    const { judges, table, generation } = this.#kept;
    const index = judges.get(judge);
    return index === undefined ? undefined : table.find(oid, index, generation);
  }

  remember(judge: string, oid: string, events: number): void {
    const { judges, generation } = this.#kept;
    const index = judges.get(judge) ?? judges.size;
    judges.set(judge, index);
    this.#added.push({ id: wordsOf(oid), judge: index, events, generation });
  }

  /** Writes down what was added, if anything was. */
  keep(): void {
    if (this.#added.length === 0) return;
    const before = this.#kept;
    const entries = [...before.table.entries(), ...this.#added];
    const kept = entries.length <= this.#limit ? entries : latest(entries, Math.ceil(this.#limit / 2));
    const table = VerdictTable.withRoomFor(kept.length);
    const names = [...before.judges.keys()];
    const judges = new Map<number, number>();
    for (const { id, judge, events, generation } of kept) {
      if (!judges.has(judge)) judges.set(judge, judges.size);
      table.add(id, judges.get(judge) ?? 0, events, generation);
    }
    const tail: Tail = {
      maker: this.maker,
      generation: before.generation,
      judges: [...judges.keys()].map((judge) => names[judge] ?? ''),
    };
    writeSealed(this.#file, encode(table, tail));
    makeRoom(dirname(this.#file), 8);
  }

  /** Read when it is first asked for. */
  get #kept(): Kept {
    return (this.#read ??= keptIn(readSealed(this.#file), this.maker));
  }
}

/** What the file has, and what this run is to be called. */
interface Kept {
  readonly table: VerdictTable;
  readonly judges: Map<string, number>;
  readonly generation: number;
}

function keptIn(content: Buffer | undefined, maker: string): Kept {
  const { table, tail } = decode(content, maker) ?? {
    table: VerdictTable.withRoomFor(0),
    tail: { generation: 0, judges: [] },
  };
  const judges = new Map(tail.judges.map((judge, index) => [judge, index]));
  return { table, judges, generation: tail.generation + 1 };
}

/** Half of the room, so that not every run has to make room anew. */
function latest(entries: readonly Entry[], count: number): readonly Entry[] {
  return entries.toSorted((a, b) => b.generation - a.generation).slice(0, count);
}

/**
 *     table  bytes of the table, 4, in the order of this machine
 *     …      the table
 *     {…}    the tail
 */
function encode(table: VerdictTable, tail: Tail): Buffer {
  const { buffer, byteOffset, byteLength } = table.words;
  const head = Buffer.from(Uint32Array.of(byteLength).buffer);
  return Buffer.concat([head, Buffer.from(buffer, byteOffset, byteLength), Buffer.from(JSON.stringify(tail))]);
}

function decode(content: Buffer | undefined, maker: string): { table: VerdictTable; tail: Tail } | undefined {
  if (content === undefined || content.length < headLength) return undefined;
  // Words must begin at a multiple of their length, which in a copy they do.
  const bytes = new Uint8Array(content);
  const [length = 0] = new Uint32Array(bytes.buffer, 0, 1);
  if (length % Uint32Array.BYTES_PER_ELEMENT !== 0 || headLength + length > bytes.length) return undefined;
  const tail = decodeTail(content.toString('utf8', headLength + length));
  const table = VerdictTable.of(new Uint32Array(bytes.buffer, headLength, length / Uint32Array.BYTES_PER_ELEMENT));
  return tail?.maker === maker && table !== undefined ? { table, tail } : undefined;
}

function decodeTail(text: string): Tail | undefined {
  try {
    return JSON.parse(text) as Tail;
  } catch {
    return undefined;
  }
}
