/**
 * A path in the repository: relative to its root, `/` between folders.
 *
 * Git's paths are bytes. A path that is valid UTF-8 is that text; any other byte 0x80 to 0xFF is kept as the lone surrogate
 * U+DC80 to U+DCFF (as Python's `surrogateescape` does), so that no path is lost or mistaken for another.
 */
export type RepoPath = string;

const REPLACEMENT = '\uFFFD';
// With the flag `u`, half of a surrogate pair does not match: only lone surrogates do.
const ESCAPED_BYTE = /([\uDC80-\uDCFF])/u;
const ESCAPED_BYTE_OFFSET = 0xdc00;

/** The path that these bytes of git's spell. */
export function decodePath(bytes: Buffer): RepoPath {
  const text = bytes.toString('utf8');
  // Node decodes whatever is not UTF-8 to U+FFFD: a text without one is exact.
  return text.includes(REPLACEMENT) ? decodeByCharacter(bytes) : text;
}

const NOT_ASCII = /[^\0-\x7F]/;

/** As `decodePath`, from a text that has one character for each byte. */
export function decodeLatin1Path(bytes: string): RepoPath {
  return NOT_ASCII.test(bytes) ? decodePath(Buffer.from(bytes, 'latin1')) : bytes;
}

function decodeByCharacter(bytes: Buffer): RepoPath {
  let path = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const character = bytes.subarray(at, at + lengthByLeadByte(lead));
    const text = character.toString('utf8');
    const valid = Buffer.from(text).equals(character);
    path += valid ? text : String.fromCharCode(ESCAPED_BYTE_OFFSET + lead);
    at += valid ? character.length : 1;
  }
  return path;
}

function lengthByLeadByte(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Whether the path is all UTF-8, so that it can be handed on as text. */
export function isText(path: RepoPath): boolean {
  return !ESCAPED_BYTE.test(path);
}

/** The bytes that git knows the path by: the inverse of `decodePath`. */
export function encodePath(path: RepoPath): Buffer {
  if (isText(path)) return Buffer.from(path);
  return Buffer.concat(
    path
      .split(ESCAPED_BYTE)
      .map((part) => (isText(part) ? Buffer.from(part) : Buffer.from([part.charCodeAt(0) & 0xff]))),
  );
}

const ANY_SURROGATE = /[\uD800-\uDFFF]/;

/** Git's order: that of the bytes. */
export function comparePaths(a: RepoPath, b: RepoPath): number {
  // UTF-16 and UTF-8 order alike but for surrogates, which UTF-16 puts below U+E000 to U+FFFF.
  if (ANY_SURROGATE.test(a) || ANY_SURROGATE.test(b)) return Buffer.compare(encodePath(a), encodePath(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Control, format (bidi, zero width) and surrogate code points, line and paragraph separators.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const UNPRINTABLE_OR_BACKSLASH = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]/gu;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

/**
 * The path (or any word of git's) as people may see it on a terminal: what cannot be seen, or would change how the rest
 * is seen, is escaped. `\xff` is a byte that is not UTF-8, `\u{202e}` a character.
 */
export function displayPath(path: RepoPath): string {
  // A backslash is doubled only beside other escapes, where it could be mistaken for one.
  return UNPRINTABLE.test(path) ? path.replaceAll(UNPRINTABLE_OR_BACKSLASH, escapeCharacter) : path;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return isText(character) ? `\\u{${hex(code)}}` : `\\x${hex(code & 0xff)}`;
}

function hex(code: number): string {
  return code.toString(16);
}
