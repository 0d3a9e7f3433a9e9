/** What would certainly mend a text that cannot be read. `suggestion`: what to write. */
export interface SyntaxHint {
  readonly code:
    'remove_comma' | 'remove_comment' | 'double_quotes' | 'json_word' | 'several_texts' | 'one_per_line' | 'tab';
  readonly suggestion?: string;
}

/** What other languages call what JSON has, or has not. */
const words: ReadonlyMap<string, string> = new Map([
  ...['NaN', 'Infinity', '-Infinity', 'undefined', 'None', 'nil', 'NULL', 'Null'].map(
    (word) => [word, 'null'] as const,
  ),
  ...['True', 'TRUE'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE'].map((word) => [word, 'false'] as const),
]);

/** What to do about a token that JSON does not know. */
export function hintOnToken(token: string): SyntaxHint | undefined {
  if (/^(\/\/|\/\*|#)/.test(token)) return { code: 'remove_comment' };
  if (/^['\u2018\u2019\u201c\u201d`]/.test(token)) return { code: 'double_quotes' };
  const suggestion = words.get(token);
  return suggestion === undefined ? undefined : { code: 'json_word', suggestion };
}
