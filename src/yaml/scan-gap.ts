import type { Cursor } from './cursor.ts';

export interface Gap {
  /** What the gap leaves in the scalar's text. */
  readonly text: string;
  readonly broken: boolean;
}

/**
 * Blanks and line breaks inside a plain or quoted scalar: one break folds to a space, more lose the first.
 *
 * `broken` tells that an escaped break came before; `indent` is the column before which no tab may stand.
 */
export function scanGap(cursor: Cursor, broken: boolean, indent: number): Gap {
  let blanks = '';
  let first = '';
  let rest = '';
  for (;;) {
    if (cursor.isBlank()) {
      if (broken && cursor.peek() === '\t' && cursor.column < indent) {
        cursor.fail('found a tab character that violates indentation', 'while scanning a plain scalar');
      }
      if (!broken) blanks += cursor.peek();
      cursor.skip();
    } else if (cursor.isBreak()) {
      if (broken) rest += cursor.takeBreak();
      else first = cursor.takeBreak();
      broken = true;
    } else {
      break;
    }
  }
  if (!broken) return { text: blanks, broken };
  return { text: first === '\n' ? rest || ' ' : first + rest, broken };
}
