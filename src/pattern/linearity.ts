import { blocksOf } from './character-set.ts';
import type { CharacterSet } from './character-set.ts';
import type { CharacterState, SearchGraph, State } from './search-graph.ts';

/** The most steps that a search may spend on one place of any text. Room for an alternation of all country codes. */
const STEPS_PER_PLACE = 512;

/** Ways to be at one place in one state: where they are bounded, they are few; where not, this ends the count early. */
const PATHS_PER_STATE = 8;

/** Patterns that need a longer proof are left to Rust. */
const PROOF_LENGTH = 20_000;

/** What can be reached without reading a character. */
interface Reach {
  /** The characters that are tried next, and on how many ways each is arrived at. */
  readonly trials: ReadonlyMap<CharacterState, number>;
  readonly matches: boolean;
  readonly steps: number;
}

/** All that a search can be doing at one place of a text. */
interface Frontier {
  readonly trials: ReadonlyMap<CharacterState, number>;
  /** Nothing has matched yet, so the search will also set out from the places to come. */
  readonly searching: boolean;
}

/**
 * Whether V8's backtracking search takes time linear in the text, whatever the text.
 *
 * When a backtracking search fails it has walked every path through the graph, from every place of the text that it set
 * out from. A state that several paths arrive at with the same rest of the text is explored once for each of them: the
 * cost of a place is its number of paths, and the cost of a search is the sum over all places. (A search that succeeds
 * walks a part of these paths.) So we count, for all texts at once: a frontier is the multiset of characters to be tried
 * at some place, one entry for each path; from each frontier, one step for each block of characters that the pattern
 * tells apart leads to the next. If finitely many frontiers are all there are, and none costs more than a constant, that
 * constant bounds the work at every place of every text.
 *
 * - `^[a-z]+$`, `^a+b`, `^(?:a|b)*c`: there is always one path. This is determinism (one-unambiguity).
 * - `^[a-z.]+\.[a-z]+$`: after a dot there are two paths, and never more: the next dot ends the second one.
 * - `(a|a)*`, `(a+)+`, `(a|ab)(c|bc)` in a loop: the number of paths doubles again and again. Refused.
 * - `^a*a*$`, `^[^@]+@[^@]+\.[^@]+$`: one more path with each character. Refused.
 * - `a+b` without `^`: a path sets out from each `a`, and all go on to the end of the run. Refused.
 * - `a+` without `^`: the first `a` matches, so no search sets out from a later one.
 * - `(a*)*`: the loop can be walked without reading a character, so the paths to a character have no number. Refused.
 */
export function searchIsLinear(graph: SearchGraph): boolean {
  const after = new Map<State, Reach | undefined>();
  const reachInside = (state: State): Reach | undefined => {
    if (!after.has(state)) after.set(state, reach(state, false));
    return after.get(state);
  };

  const first = reach(graph.entry, true);
  if (first === undefined) return false;
  // Most patterns are of this kind, and it is seen in a tenth of the time.
  if (
    graph.entry.kind === 'start' &&
    [first, ...graph.characters.map(({ next }) => reachInside(next))].every(isDecided)
  )
    return true;
  const blocks = blocksOf(graph.characters.map(({ set }) => set));
  const frontiers: Frontier[] = [{ trials: first.trials, searching: !first.matches }];
  const seen = new Set<string>();
  let proof = 0;
  for (const frontier of frontiers) {
    proof += blocks.length * (1 + frontier.trials.size);
    if (proof > PROOF_LENGTH) return false;
    for (const block of blocks) {
      const next = step(frontier, block, graph.entry, reachInside);
      if (next === undefined) return false;
      const key = keyOf(next);
      if (!seen.has(key)) frontiers.push(next);
      seen.add(key);
    }
  }
  return true;
}

/** Whether the next character tells the only way to go on. If it always does, behind a `^`, there is one path through any text. */
function isDecided(reached: Reach | undefined): boolean {
  let told: CharacterSet = 0n;
  for (const [{ set }, ways] of reached?.trials ?? []) {
    if (ways > 1 || (told & set) !== 0n) return false;
    told |= set;
  }
  return reached !== undefined;
}

/** The frontier behind a character of `block`, or undefined where it costs too much. */
function step(
  { trials, searching }: Frontier,
  block: CharacterSet,
  entry: State,
  reachInside: (state: State) => Reach | undefined,
): Frontier | undefined {
  const next = new Map<CharacterState, number>();
  let steps = 0;
  const follow = (state: State, paths: number): boolean | undefined => {
    const reached = reachInside(state);
    if (reached === undefined) return undefined;
    steps += paths * reached.steps;
    for (const [character, ways] of reached.trials) {
      const total = (next.get(character) ?? 0) + paths * ways;
      if (total > PATHS_PER_STATE) return undefined;
      next.set(character, total);
    }
    return reached.matches;
  };

  let unmatched = searching;
  for (const [character, paths] of trials) {
    if ((character.set & block) === 0n) continue;
    const matches = follow(character.next, paths);
    if (matches === undefined) return undefined;
    if (matches) unmatched = false;
  }
  // A search sets out from a place only when none from an earlier place matched, here or before.
  if (unmatched) {
    const matches = follow(entry, 1);
    if (matches === undefined) return undefined;
    unmatched = !matches;
  }
  return steps > STEPS_PER_PLACE ? undefined : { trials: next, searching: unmatched };
}

function keyOf({ trials, searching }: Frontier): string {
  const entries = [...trials].map(([{ id }, paths]) => `${id}:${paths}`).sort();
  return `${searching} ${entries.join(' ')}`;
}

/** Undefined where the paths are too many, or, around a loop that reads nothing, without number. */
function reach(from: State, atStart: boolean): Reach | undefined {
  const trials = new Map<CharacterState, number>();
  const open = [{ state: from, atEnd: false }];
  let matches = false;
  let steps = 0;
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    steps += 1;
    if (steps > STEPS_PER_PLACE) return undefined;
    const { state, atEnd } = path;
    switch (state.kind) {
      case 'match':
        // Behind `$` this is a match only if the text ends here, and then no place is left to search from.
        matches ||= !atEnd;
        break;
      case 'character':
        // Behind `$` there is no character to read.
        if (!atEnd) trials.set(state, (trials.get(state) ?? 0) + 1);
        break;
      case 'start':
        if (atStart) open.push({ state: state.next, atEnd });
        break;
      case 'end':
        open.push({ state: state.next, atEnd: true });
        break;
      case 'choice':
        open.push(...state.next.map((next) => ({ state: next, atEnd })));
        break;
    }
  }
  return { trials, matches, steps };
}
