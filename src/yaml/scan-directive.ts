import type { Cursor } from './cursor.ts';
import { scanTagDirective } from './scan-tag.ts';
import type { Token } from './token.ts';

const DIRECTIVE = 'while scanning a directive';
const VERSION = 'while scanning a %YAML directive';

/** `yaml_parser_scan_directive` */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.offset;
  cursor.skip();
  const name = cursor.take(/[\w-]*/y);
  if (name === '') cursor.fail('could not find expected directive name', DIRECTIVE);
  if (!cursor.isBlankOrEnd()) cursor.fail('found unexpected non-alphabetical character', DIRECTIVE);
  if (name === 'TAG') {
    const tag = scanTagDirective(cursor);
    cursor.skipRestOfLine(DIRECTIVE);
    return { type: 'tag-directive', tag, start, end: cursor.offset };
  }
  if (name !== 'YAML') cursor.fail('found unknown directive name', DIRECTIVE, start);
  cursor.skipBlanks();
  const version = cursor.take(/[0-9]{1,9}\.[0-9]{1,9}/y);
  if (version === '') cursor.fail('did not find expected version number', VERSION);
  cursor.skipRestOfLine(DIRECTIVE);
  return { type: 'version-directive', version, start, end: cursor.offset };
}
