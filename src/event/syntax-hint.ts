/** What would certainly mend a text that cannot be read. `suggestion`: what to write. */
export interface SyntaxHint {
  readonly code:
    | 'remove_comma'
    | 'remove_comment'
    | 'double_quotes'
    | 'json_word'
    | 'quoted_key'
    | 'several_texts'
    | 'one_per_line'
    | 'escape'
    | 'space'
    | 'conflict'
    | 'tab'
    | 'colon'
    | 'indentation';
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
  if (/^(<{7}|={7}|>{7})/.test(token)) return { code: 'conflict' };
  if (/^(\/\/|\/\*|#)/.test(token)) return { code: 'remove_comment' };
  // White space, but none of JSON's.
  if (/^[^\S\ufeff]/.test(token)) return { code: 'space' };
  if (/^['\u2018\u2019\u201c\u201d`]/.test(token)) return { code: 'double_quotes' };
  const suggestion = words.get(token) ?? numberLike(token);
  return suggestion === undefined ? undefined : { code: 'json_word', suggestion };
}

/** `+1`, `.5` and `0x1F` as JSON has them. */
function numberLike(token: string): string | undefined {
  const [, sign = '', number = ''] = /^([+-]?)(\d*\.?\d+|0[xX][\da-fA-F]{1,12})$/.exec(token) ?? [];
  if (number === '') return undefined;
  const digits = /^0x/i.test(number) ? String(Number(number)) : number.replace(/^\./, '0.');
  return sign === '-' ? `-${digits}` : digits;
}
