import type { Cursor } from './cursor.ts';
import { scanGap } from './scan-gap.ts';

export interface PlainScalar {
  readonly text: string;
  readonly end: number;
  /** A line break follows, so that a simple key may come next. */
  readonly broken: boolean;
}

/** `yaml_parser_scan_plain_scalar` */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  let text = '';
  let end = cursor.offset;
  let gap = { text: '', broken: false };
  while (!cursor.isDocumentMarker('---') && !cursor.isDocumentMarker('...') && cursor.peek() !== '#') {
    const start = cursor.offset;
    skipPlainRun(cursor, inFlow);
    if (cursor.offset > start) {
      text += gap.text + cursor.text.slice(start, cursor.offset);
      end = cursor.offset;
      gap = { text: '', broken: false };
    }
    if (!cursor.isBlank() && !cursor.isBreak()) break;
    gap = scanGap(cursor, false, indent);
    if (!inFlow && cursor.column < indent) break;
  }
  return { text, end, broken: gap.broken };
}

function skipPlainRun(cursor: Cursor, inFlow: boolean): void {
  const ordinary = inFlow ? /[^\s\u0085:,[\]{}]*/y : /[^\s\u0085:]*/y;
  for (;;) {
    cursor.take(ordinary);
    if (cursor.isBlankOrEnd()) return;
    if (cursor.peek() === ':') {
      if (cursor.isBlankOrEnd(1)) return;
      if (inFlow && ',?[]{}'.includes(cursor.peek(1))) {
        cursor.fail("found unexpected ':'", 'while scanning a plain scalar');
        return;
      }
    } else if (inFlow && ',[]{}'.includes(cursor.peek())) {
      return;
    }
    cursor.skip();
  }
}
