/** What most often is meant where libyaml stops with one of its sentences. */
const hints: readonly (readonly [sentence: RegExp, hint: string])[] = [
  [/^mapping values are not allowed/, 'A text with a colon and a space in it needs quotes around it.'],
  [/^found character that cannot start any token/, 'A text that begins with this character needs quotes around it.'],
  [/while scanning an anchor$/, 'A text that begins with & needs quotes around it.'],
  [/^unknown anchor|while scanning an alias$/, 'A text that begins with * needs quotes around it.'],
  [/^found unknown escape character/, 'Write the text in single quotes, where a backslash is nothing special.'],
  [/^found unexpected end of stream, while scanning a quoted scalar/, 'A quote is not closed.'],
  [/^could not find expected ':'/, 'There is a line before it that has no colon after its key.'],
  [/containing more than one document/, 'Leave one of them, and put the others into files of their own.'],
];

/** What to do about a text that is no YAML, in a sentence of ours; undefined where that is anybody's guess. */
export function hintOn(sentence: string, text: string, offset: number): string | undefined {
  if (isIndentedByTab(text, offset)) return 'There is a tab in the indentation, where YAML wants spaces.';
  return hints.find(([expression]) => expression.test(sentence))?.[1];
}

/** The line that an offset is on, or the one before it, which may be what it does not go with. */
function isIndentedByTab(text: string, offset: number): boolean {
  const before = text.slice(0, offset).split('\n').slice(-2);
  const line = `${before.pop() ?? ''}${/^[ \t]*/.exec(text.slice(offset))?.[0] ?? ''}`;
  return [...before, line].some((indent) => /^ *\t/.test(indent));
}
