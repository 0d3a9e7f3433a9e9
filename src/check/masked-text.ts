import type { TextRange } from '../json-value.ts';

/** A name that is followed by a colon, in quotes or not. */
const key = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s{}[\],:"'#]+))(?=\s*:)/y;

/** A word with the colons inside of it, which are none behind a key. */
const word = /[^\s{}[\],:"](?:[^\s{}[\],:"]|:(?=[^\s{}[\],:"']))*/.source;

/** What could be a value: a text in quotes, or from one to the end of the line; a comment; words. The rest is punctuation. */
const value = new RegExp(
  String.raw`"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|(?:#|//|/\*).*|(?![-?]+(?:\s|$))${word}(?:[ \t]+(?!#|//)${word})*`,
  'y',
);

/**
 * What must not be shown of one line of a text that cannot be read. Nobody knows which field a value in it belongs to, so
 * only punctuation stays, and names of fields where a key could be.
 */
export function maskedInLine(line: string, names: ReadonlySet<string>): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at < line.length;) {
    const [whole = '', inDouble, inSingle, plain] = matchAt(key, line, at);
    if (names.has(inDouble ?? inSingle ?? plain ?? '')) {
      at += Math.max(1, whole.length);
      continue;
    }
    const [hidden = ''] = matchAt(value, line, at);
    // A quote that is not closed, or the sign of a comment, tells what is wrong.
    const opening = /^(?:"(?!.*"$)|'(?!.*'$)|#|\/[/*])/s.exec(hidden)?.[0].length ?? 0;
    if (hidden.length > opening) ranges.push({ start: at + opening, end: at + hidden.length });
    at += Math.max(1, hidden.length);
  }
  return ranges;
}

function matchAt(expression: RegExp, text: string, at: number): readonly (string | undefined)[] {
  expression.lastIndex = at;
  return expression.exec(text) ?? [];
}
