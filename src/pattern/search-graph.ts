import type { CharacterSet } from './character-set.ts';
import type { Syntax } from './syntax.ts';

/** Patterns that unfold to more are left to Rust; its own limit of 10 MiB lies far beyond. */
const MAXIMUM_SIZE = 2500;

/**
 * What a backtracking engine does next, and then. Counted repetitions are unfolded: `x{1,3}` is `x(?:x(?:x)?)?`, whose
 * choices are those that the engine makes while it counts.
 */
export type State =
  | CharacterState
  | { readonly kind: 'choice'; readonly next: readonly State[] }
  | { readonly kind: 'start' | 'end'; readonly next: State }
  | { readonly kind: 'match' };

export interface CharacterState {
  readonly kind: 'character';
  readonly id: number;
  readonly set: CharacterSet;
  readonly next: State;
}

export interface SearchGraph {
  readonly entry: State;
  readonly characters: readonly CharacterState[];
}

/** The choices of a pattern, or undefined where there are too many to look at. */
export function searchGraph(syntax: Syntax): SearchGraph | undefined {
  if (unfoldedSize(syntax) > MAXIMUM_SIZE) return undefined;
  const characters: CharacterState[] = [];
  return { entry: build(syntax, { kind: 'match' }, characters), characters };
}

function unfoldedSize(syntax: Syntax): number {
  switch (syntax.kind) {
    case 'character':
    case 'start':
    case 'end':
      return 1;
    case 'concatenation':
      return sum(syntax.parts.map(unfoldedSize));
    case 'alternation':
      return 1 + sum(syntax.branches.map(unfoldedSize));
    case 'repetition':
      break;
  }
  const copies = Number.isFinite(syntax.maximum) ? syntax.maximum : syntax.minimum + 1;
  return (1 + unfoldedSize(syntax.body)) * Math.max(1, copies);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The state that matches `syntax` and goes on to `next`. */
function build(syntax: Syntax, next: State, characters: CharacterState[]): State {
  switch (syntax.kind) {
    case 'start':
    case 'end':
      return { kind: syntax.kind, next };
    case 'character': {
      const state: CharacterState = { kind: 'character', id: characters.length, set: syntax.set, next };
      characters.push(state);
      return state;
    }
    case 'concatenation':
      return syntax.parts.reduceRight((following, part) => build(part, following, characters), next);
    case 'alternation':
      return { kind: 'choice', next: syntax.branches.map((branch) => build(branch, next, characters)) };
    case 'repetition':
      break;
  }
  const { body, minimum, maximum } = syntax;
  let state = maximum === Infinity ? loop(body, next, characters) : next;
  const optional = maximum === Infinity ? 0 : maximum - minimum;
  for (let copy = 0; copy < optional; copy += 1) {
    state = { kind: 'choice', next: [build(body, state, characters), next] };
  }
  for (let copy = 0; copy < minimum; copy += 1) state = build(body, state, characters);
  return state;
}

function loop(body: Syntax, next: State, characters: CharacterState[]): State {
  const ways: State[] = [];
  const state: State = { kind: 'choice', next: ways };
  ways.push(build(body, state, characters), next);
  return state;
}
