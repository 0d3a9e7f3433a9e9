import { isEscapedByDebug } from './debug-escapes.ts';

const named: { readonly [character: string]: string } = {
  '\0': '\\0',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '"': '\\"',
  '\\': '\\\\',
};

/** A string as Rust's `{:?}` writes it, quotes included (`impl Debug for str`). */
export function debugText(text: string): string {
  // Everything between space and `~` but the quote and the backslash stands for itself.
  return `"${text.replace(/[^ !#-[\]-~]/gu, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = named[character];
  if (short !== undefined) return short;
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 0x80 && !isEscapedByDebug(codePoint)) return character;
  return `\\u{${codePoint.toString(16)}}`;
}
