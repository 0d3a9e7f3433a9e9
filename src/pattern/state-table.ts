import { asciiRange, blocksOf } from './character-set.ts';
import type { CharacterState, SearchGraph, State } from './search-graph.ts';

/** The search of a pattern, as one look-up per character. */
export interface StateTable {
  /** A row of 128 for each state, in the order of ASCII: where the row of the state begins that each character leads to. */
  readonly next: Uint16Array;
  /** For each state: 1 where the text, if it ends here, matches. */
  readonly accepts: Uint8Array;
}

const ASCII_BITS = 7;
const ASCII_SIZE = 1 << ASCII_BITS;
const MAXIMUM_STATES = 256;

/** All that a search can be doing at one place of a text, whatever it has read before. */
interface Situation {
  readonly trials: readonly CharacterState[];
  /** There is a match if the text ends here. */
  readonly matchesAtEnd: boolean;
}

/** Something before this place matches; what follows does not matter. */
const matched: Situation = { trials: [], matchesAtEnd: true };

/**
 * The search of a pattern as a deterministic automaton, by the subset construction: a row for each set of choices that some
 * text can lead to, and one look-up per character. For short texts faster than `RegExp.prototype.test`, whose call alone
 * takes as long as 20 characters here. Undefined for a pattern with too many such sets.
 */
export function stateTable({ entry, characters }: SearchGraph): StateTable | undefined {
  const blocks = blocksOf(characters.map(({ set }) => set));
  const codes = Array.from({ length: ASCII_SIZE }, (_, code) => code);
  const blockOf = codes.map((code) => blocks.findIndex((block) => (block & asciiRange(code, code)) !== 0n));
  const situations: Situation[] = [];
  const rows = new Map<string, number>();
  const rowOf = (situation: Situation): number => {
    const key = situation === matched ? '' : keyOf(situation);
    const row = rows.get(key) ?? situations.push(situation) - 1;
    rows.set(key, row);
    return row;
  };

  rowOf(situationAt([entry], true));
  const cells: number[] = [];
  for (const situation of situations) {
    if (situations.length > MAXIMUM_STATES) return undefined;
    const rowsOfBlocks = blocks.map((block) => {
      const read = situation.trials.filter(({ set }) => (set & block) !== 0n).map((state) => state.next);
      // Until something matches, a search sets out from every place.
      return rowOf(situation === matched ? matched : situationAt([...read, entry], false));
    });
    cells.push(...blockOf.map((block) => rowsOfBlocks[block] ?? 0));
  }
  return {
    next: Uint16Array.from(cells, (state) => state * ASCII_SIZE),
    accepts: Uint8Array.from(situations, ({ matchesAtEnd }) => Number(matchesAtEnd)),
  };
}

/** Whether a text of ASCII characters matches; undefined for any other text. A plain function, so that V8 inlines it. */
export function searchTable({ next, accepts }: StateTable, text: string): boolean | undefined {
  let row = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= ASCII_SIZE) return undefined;
    row = next[row + unit] ?? 0;
  }
  return accepts[row >> ASCII_BITS] === 1;
}

function keyOf({ trials, matchesAtEnd }: Situation): string {
  const ids = trials.map(({ id }) => id).toSorted((a, b) => a - b);
  return `${matchesAtEnd} ${ids.join(' ')}`;
}

/** What can be reached from some states without reading a character. */
function situationAt(states: readonly State[], atStart: boolean): Situation {
  const inside = new Set(states);
  const atEnd = new Set<State>();
  const trials: CharacterState[] = [];
  for (const state of inside) {
    if (state.kind === 'match') return matched;
    if (state.kind === 'character') trials.push(state);
    else if (state.kind === 'choice') for (const next of state.next) inside.add(next);
    else if (state.kind === 'end') atEnd.add(state.next);
    else if (atStart) inside.add(state.next);
  }
  // Behind `$` there is no character to read.
  for (const state of atEnd) {
    if (state.kind === 'match') return { trials, matchesAtEnd: true };
    if (state.kind === 'choice') for (const next of state.next) atEnd.add(next);
    else if (state.kind === 'end' || (state.kind === 'start' && atStart)) atEnd.add(state.next);
  }
  return { trials, matchesAtEnd: false };
}
