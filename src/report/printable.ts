/** Control characters, bidirectional overrides, other invisible formatting, and halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text from data or paths, safe to show on a terminal: what could move the cursor or reorder the line is spelled out. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    // A byte of a path that is not UTF-8.
    if (codePoint >= 0xdc80 && codePoint <= 0xdcff) return `\\x${(codePoint - 0xdc00).toString(16)}`;
    return `\\u{${codePoint.toString(16)}}`;
  });
}
