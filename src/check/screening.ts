import { LineReader } from '../event/line-reader.ts';
import type { LineCount } from '../event/line-reader.ts';
import { readLines } from '../event/read-ndjson.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { rangeOf } from './file-parts.ts';
import { EventJudge } from './judge-events.ts';
import type { JudgeOptions } from './judge-events.ts';
import type { LoadedContract } from './load-contracts.ts';

/** A file of lines that several threads look through. Nothing in it but what can be sent to a thread. */
export interface Screening {
  readonly place: string;
  /** Part `i` is from `bounds[i]` to `bounds[i + 1]`, in bytes; whole lines. */
  readonly bounds: readonly number[];
  readonly mapping: Mapping;
  readonly maxLineLength: number;
  readonly options: Pick<JudgeOptions, 'now' | 'showValues'>;
  /** See `Board`. */
  readonly board: SharedArrayBuffer;
}

const clean = 1;
const dirty = 2;
const headLength = 2;
const partLength = 3;

/**
 * What all threads write on: which part is next, how many were found dirty, and of each part what came of it and how many
 * lines and events it has. A part is taken by whoever comes first; nobody waits.
 */
export class Board {
  readonly #words: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.#words = new Int32Array(shared);
  }

  static for(parts: number): SharedArrayBuffer {
    return new SharedArrayBuffer((headLength + parts * partLength) * Int32Array.BYTES_PER_ELEMENT);
  }

  /** The next part that nobody has taken; its number may be beyond the last. */
  take(): number {
    return Atomics.add(this.#words, 0, 1);
  }

  /** Where many parts have a violation, whoever comes after has to read them all again: then this is no help. */
  get isHopeless(): boolean {
    return Atomics.load(this.#words, 1) > 3;
  }

  settle(part: number, count: LineCount | undefined): void {
    const at = headLength + part * partLength;
    if (count === undefined) Atomics.add(this.#words, 1, 1);
    Atomics.store(this.#words, at + 1, count?.lines ?? 0);
    Atomics.store(this.#words, at + 2, count?.events ?? 0);
    Atomics.store(this.#words, at, count === undefined ? dirty : clean);
  }

  /** How many parts were looked through, and how many events those of them have that hold. */
  get progress(): { readonly parts: number; readonly events: number } {
    let parts = 0;
    let events = 0;
    for (let at = headLength; at < this.#words.length; at += partLength) {
      if (Atomics.load(this.#words, at) !== 0) parts++;
      events += Atomics.load(this.#words, at + 2);
    }
    return { parts, events };
  }

  /** Lines and events of a part of which all events hold; undefined where that is not known. */
  cleanPart(part: number): LineCount | undefined {
    const at = headLength + part * partLength;
    if (Atomics.load(this.#words, at) !== clean) return undefined;
    return { lines: Atomics.load(this.#words, at + 1), events: Atomics.load(this.#words, at + 2) };
  }
}

/**
 * Takes parts and looks through them for as long as there are any. What every thread does, the first too. `onPart` is called
 * after each part that this thread has looked through.
 */
export async function screen(
  screening: Screening,
  contract: LoadedContract,
  onPart?: (board: Board) => void,
): Promise<void> {
  const board = new Board(screening.board);
  const parts = screening.bounds.length - 1;
  for (let part = board.take(); part < parts && !board.isHopeless; part = board.take()) {
    board.settle(part, await cleanCount(screening, contract, part));
    onPart?.(board);
  }
}

/** Undefined where any event does not hold. Judged as if the part were a file: what is wrong is told apart afterwards. */
async function cleanCount(
  { place, bounds, mapping, maxLineLength, options }: Screening,
  contract: LoadedContract,
  part: number,
): Promise<LineCount | undefined> {
  const lines = new LineReader({ select: mapping.select });
  const judge = new EventJudge(place, mapping, [contract], options);
  const bytes = rangeOf(place, bounds[part] ?? 0, bounds[part + 1] ?? 0);
  for await (const batch of readLines(bytes, lines, maxLineLength)) {
    for (const event of batch) judge.judge(event);
    if (!judge.isClean) return undefined;
  }
  for (const event of lines.end()) judge.judge(event);
  return judge.isClean ? lines.count : undefined;
}
