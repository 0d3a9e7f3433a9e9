import type { Cursor } from './cursor.ts';

const TAG = 'while scanning a tag';
const TAG_DIRECTIVE = 'while scanning a %TAG directive';

/** `!!str` is the handle `!!` and the suffix `str`; `!<…>` and a lone `!` have no handle. */
export interface TagParts {
  readonly handle: string;
  readonly suffix: string;
}

/** `yaml_parser_scan_tag` */
export function scanTag(cursor: Cursor, inFlow: boolean): TagParts {
  const tag = cursor.peek(1) === '<' ? scanVerbatim(cursor) : scanShorthand(cursor);
  if (!cursor.isBlankOrEnd() && !(inFlow && cursor.peek() === ',')) {
    cursor.fail('did not find expected whitespace or line break', TAG);
  }
  return tag;
}

/** `!e! tag:example.com,2000:`, of a `%TAG` directive. */
export function scanTagDirective(cursor: Cursor): TagParts {
  cursor.skipBlanks();
  const handle = cursor.take(/!(?:[\w-]*!)?/y);
  if (handle === '') cursor.fail("did not find expected '!'", TAG_DIRECTIVE);
  if (!cursor.isBlank()) cursor.fail('did not find expected whitespace', TAG_DIRECTIVE);
  cursor.skipBlanks();
  const suffix = scanUri(cursor, true);
  if (suffix === '') cursor.fail('did not find expected tag URI', TAG_DIRECTIVE);
  if (!cursor.isBlankOrEnd()) cursor.fail('did not find expected whitespace or line break', TAG_DIRECTIVE);
  return { handle, suffix };
}

function scanVerbatim(cursor: Cursor): TagParts {
  cursor.skip(2);
  const suffix = scanUri(cursor, true);
  if (suffix === '') cursor.fail('did not find expected tag URI', TAG);
  if (cursor.peek() !== '>') cursor.fail("did not find the expected '>'", TAG);
  cursor.skip();
  return { handle: '', suffix };
}

function scanShorthand(cursor: Cursor): TagParts {
  const named = cursor.take(/![\w-]*!/y);
  if (named === '') cursor.skip();
  const suffix = scanUri(cursor, false);
  if (named === '') return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
  if (suffix === '') cursor.fail('did not find expected tag URI', TAG);
  return { handle: named, suffix };
}

/** `yaml_parser_scan_tag_uri` */
function scanUri(cursor: Cursor, withFlowIndicators: boolean): string {
  const uri = cursor.take(
    withFlowIndicators
      ? /(?:[\w\-;/?:@&=+$.!~*'(),[\]]|%[0-9a-fA-F]{2})*/y
      : /(?:[\w\-;/?:@&=+$.!~*'()]|%[0-9a-fA-F]{2})*/y,
  );
  if (cursor.peek() === '%') cursor.fail('did not find URI escaped octet', TAG);
  return uri.replace(/(?:%..)+/g, (octets) => decodeOctets(cursor, octets));
}

function decodeOctets(cursor: Cursor, octets: string): string {
  const bytes = Uint8Array.from(octets.slice(1).split('%'), (octet) => Number.parseInt(octet, 16));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\ufffd')) cursor.fail('found an incorrect UTF-8 octet', TAG);
  return text;
}
