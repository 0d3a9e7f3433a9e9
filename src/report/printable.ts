/** Control characters, bidirectional overrides, other invisible formatting, halves of surrogate pairs, and noncharacters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Nearly all text is, and to see that it is takes a tenth of the time. */
const plainAscii = /^[\x20-\x7e]*$/;
const plainLines = /^[\x20-\x7e\n]*$/;

/** Text from data or paths, safe to show on a terminal: what could move the cursor or reorder the line is spelled out. */
export function printable(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(unprintable, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    // A byte of a path that is not UTF-8.
    if (codePoint >= 0xdc80 && codePoint <= 0xdcff) return `\\x${(codePoint - 0xdc00).toString(16)}`;
    return `\\u{${codePoint.toString(16)}}`;
  });
}

/** JSON text whose strings have no such characters but escaped, so that it is the same data and safe to show. */
export function printableJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  if (plainLines.test(text)) return text;
  return text.replace(unprintable, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
