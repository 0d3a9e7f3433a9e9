import { asciiRangesOf, complementOf, holdsNonAscii } from './character-set.ts';
import type { CharacterSet } from './character-set.ts';
import type { Syntax } from './syntax.ts';

/**
 * The pattern as source of a `RegExp` with flag `u`, under which a class matches one code point, as in Rust.
 *
 * Written anew from the syntax, every character as `\xHH`: the two languages differ in what needs an escape and what may
 * have one (`\#` and `]` are errors in JavaScript, `&&` and a second `[` have a meaning in Rust's classes).
 */
export function ecmascriptSource(syntax: Syntax): string {
  switch (syntax.kind) {
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'character':
      return classSource(syntax.set);
    case 'concatenation':
      return syntax.parts.map(ecmascriptSource).join('');
    case 'alternation':
      return `(?:${syntax.branches.map(ecmascriptSource).join('|')})`;
    case 'repetition':
      break;
  }
  const maximum = syntax.maximum === Infinity ? '' : syntax.maximum;
  return `(?:${ecmascriptSource(syntax.body)}){${syntax.minimum},${maximum}}`;
}

/** No set holds some of the code points beyond ASCII only, so a set that holds them is the complement of an ASCII one. */
function classSource(set: CharacterSet): string {
  const negated = holdsNonAscii(set);
  const ranges = asciiRangesOf(negated ? complementOf(set) : set);
  const members = ranges.map(([first, last]) => (first === last ? byte(first) : `${byte(first)}-${byte(last)}`));
  return `[${negated ? '^' : ''}${members.join('')}]`;
}

function byte(code: number): string {
  return `\\x${code.toString(16).padStart(2, '0')}`;
}
