import type { CharacterSet } from './character-set.ts';

/** A pattern of the native subset. `^` and `$` stand for the two ends of the text. */
export type Syntax =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'concatenation'; readonly parts: readonly Syntax[] }
  | { readonly kind: 'alternation'; readonly branches: readonly Syntax[] }
  | Repetition;

export interface Repetition {
  readonly kind: 'repetition';
  readonly body: Syntax;
  readonly minimum: number;
  /** May be infinite. */
  readonly maximum: number;
}
