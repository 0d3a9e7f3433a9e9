import type { Cursor } from './cursor.ts';
import { scanGap } from './scan-gap.ts';

const CONTEXT = 'while scanning a quoted scalar';
const ESCAPE_CONTEXT = 'while parsing a quoted scalar';

const ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const HEX_DIGITS = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** `yaml_parser_scan_flow_scalar` */
export function scanQuoted(cursor: Cursor): string {
  const quote = cursor.peek();
  let text = '';
  cursor.skip();
  while (!cursor.atEnd) {
    if (cursor.isDocumentMarker('---') || cursor.isDocumentMarker('...')) {
      cursor.fail('found unexpected document indicator', CONTEXT);
    }
    let broken = false;
    while (!broken && !cursor.isBlankOrEnd()) {
      if (quote === "'" && cursor.peek() === "'" && cursor.peek(1) === "'") {
        text += "'";
        cursor.skip(2);
      } else if (cursor.peek() === quote) {
        cursor.skip();
        return text;
      } else if (quote === '"' && cursor.peek() === '\\') {
        broken = cursor.isBreak(1);
        cursor.skip();
        if (broken) cursor.takeBreak();
        else text += scanEscape(cursor);
      } else {
        text += cursor.take(/[^\s\u0085'"\\]+|./suy);
      }
    }
    text += scanGap(cursor, broken, 0).text;
  }
  cursor.fail('found unexpected end of stream', CONTEXT);
  return text;
}

/** `n`, `x41`, `u00e9`, after the backslash. */
function scanEscape(cursor: Cursor): string {
  const name = cursor.peek();
  const digits = HEX_DIGITS.get(name);
  if (digits === undefined) {
    const character = ESCAPES.get(name);
    if (character === undefined) cursor.fail('found unknown escape character', ESCAPE_CONTEXT, cursor.offset - 1);
    cursor.skip();
    return character ?? '';
  }
  cursor.skip();
  const hex = cursor.text.slice(cursor.offset, cursor.offset + digits);
  const code = /^[0-9a-fA-F]*$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : undefined;
  if (code === undefined) cursor.fail('did not find expected hexadecimal number', ESCAPE_CONTEXT);
  else if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    cursor.fail('found invalid Unicode character escape code', ESCAPE_CONTEXT);
  } else {
    cursor.skip(digits);
    return String.fromCodePoint(code);
  }
  return '';
}
