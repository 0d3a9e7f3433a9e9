import type { Cursor } from './cursor.ts';

const CONTEXT = 'while scanning a block scalar';

export interface BlockScalar {
  readonly text: string;
  readonly end: number;
}

/** `yaml_parser_scan_block_scalar`, from its `|` or `>`; `parentIndent` is -1 at the top level. */
export function scanBlock(cursor: Cursor, parentIndent: number): BlockScalar {
  const literal = cursor.peek() === '|';
  cursor.skip();
  const header = cursor.take(/[+-][0-9]?|[0-9][+-]?/y);
  const increment = /[0-9]/.exec(header)?.[0];
  if (increment === '0') cursor.fail('found an indentation indicator equal to 0', CONTEXT);
  cursor.skipRestOfLine(CONTEXT);

  const given = increment === undefined ? undefined : Math.max(parentIndent, 0) + Number(increment);
  let margin = scanMargin(cursor, given ?? Infinity);
  const indent = given ?? Math.max(margin.widest, parentIndent + 1, 1);
  let text = '';
  let lineBreak = '';
  let afterIndented = false;
  while (cursor.column === indent && !cursor.atEnd) {
    const indented = cursor.isBlank();
    if (!literal && lineBreak === '\n' && !afterIndented && !indented) {
      if (margin.breaks === '') text += ' ';
    } else {
      text += lineBreak;
    }
    text += margin.breaks;
    afterIndented = indented;
    const start = cursor.offset;
    cursor.skipToBreak();
    text += cursor.text.slice(start, cursor.offset);
    lineBreak = cursor.takeBreak();
    margin = scanMargin(cursor, indent);
  }
  if (!header.includes('-')) text += lineBreak;
  if (header.includes('+')) text += margin.breaks;
  return { text, end: margin.end };
}

interface Margin {
  readonly breaks: string;
  readonly widest: number;
  /** After the last line break. */
  readonly end: number;
}

/** `yaml_parser_scan_block_scalar_breaks`: blank lines, then indentation up to a column. */
function scanMargin(cursor: Cursor, indent: number): Margin {
  let breaks = '';
  let widest = 0;
  let end = cursor.offset;
  for (;;) {
    while (cursor.column < indent && cursor.peek() === ' ') cursor.skip();
    widest = Math.max(widest, cursor.column);
    if (cursor.column < indent && cursor.peek() === '\t') {
      cursor.fail('found a tab character where an indentation space is expected', CONTEXT);
    }
    if (!cursor.isBreak()) return { breaks, widest, end };
    breaks += cursor.takeBreak();
    end = cursor.offset;
  }
}
