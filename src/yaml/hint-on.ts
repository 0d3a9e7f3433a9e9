/** What most often is meant where libyaml stops with one of its sentences, and with such text before it. */
const hints: readonly (readonly [sentence: RegExp, before: RegExp, hint: string])[] = [
  [/^mapping values are not allowed/, /^\s*-[^\s-]/m, 'A dash needs a space after it.'],
  [/^mapping values are not allowed/, /^\s*\w+:["'\w]/m, 'A colon needs a space after it.'],
  [/^mapping values are not allowed/, /:\s.*:$/, 'A text with a colon and a space in it needs quotes around it.'],
  [/^mapping values are not allowed/, /./, 'This line is indented as if it belonged to the value before it.'],
  [
    /^did not find expected key/,
    /:\s+[{[].*[}\]]\S$/,
    'A text that begins with a bracket or brace needs quotes around it.',
  ],
  [/^did not find expected (key|'-')/, /./, 'The indentation of this line does not go with that of those before it.'],
  [
    /^found character that cannot start any token/,
    /./,
    'A text that begins with this character needs quotes around it.',
  ],
  [/while scanning an anchor$/, /./, 'A text that begins with & needs quotes around it.'],
  [/^unknown anchor|while scanning an alias$/, /./, 'A text that begins with * needs quotes around it.'],
  [/^found unknown escape/, /./, 'Write the text in single quotes, where a backslash is nothing special.'],
  [/^found unexpected end of stream, while scanning a quoted scalar/, /./, 'A quote is not closed.'],
  [/^could not find expected ':'/, /./, 'There is a line before it that has no colon after its key.'],
  [/containing more than one document/, /./, 'Leave one of them, and put the others into files of their own.'],
];

/** What to do about a text that is no YAML, in a sentence of ours; undefined where that is anybody's guess. */
export function hintOn(sentence: string, text: string, offset: number): string | undefined {
  if (text.startsWith('\ufeff')) return 'The file begins with a byte order mark: save it as UTF-8 without BOM.';
  if (/^(<{7}|>{7}) /m.test(text)) return 'A merge conflict is not resolved.';
  if (isIndentedByTab(text, offset)) return 'There is a tab in the indentation, where YAML wants spaces.';
  const before = text
    .slice(0, offset + 1)
    .split('\n')
    .slice(-2)
    .join('\n');
  return hints.find(([expression, where]) => expression.test(sentence) && where.test(before))?.[2];
}

/** The line that an offset is on, or the one before it, which may be what it does not go with. */
function isIndentedByTab(text: string, offset: number): boolean {
  const before = text.slice(0, offset).split('\n').slice(-2);
  const line = `${before.pop() ?? ''}${/^[ \t]*/.exec(text.slice(offset))?.[0] ?? ''}`;
  return [...before, line].some((indent) => /^ *\t/.test(indent));
}
