/** A text, or why bytes are none that the gateway could read: one sentence, and the text `before` what is wrong. */
export type DecodedText = { readonly ok: true; readonly text: string } | UnreadableText;

export interface UnreadableText {
  readonly ok: false;
  readonly message: string;
  readonly before: string;
}

/** The bytes of a fixture as text. Whatever is wrong is named for what it is. */
export function decodeText(bytes: Buffer): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    return fault('the file begins with a byte order mark, which the gateway refuses; save it as UTF-8 without BOM');
  }
  const text = bytes.toString('utf8');
  const objection = notText(bytes) ?? notUtf8(bytes, text);
  if (objection !== undefined) return objection;
  return /\S/.test(text) ? { ok: true, text } : emptyFile;
}

/** Also of a file of nothing but white space. */
export const emptyFile: UnreadableText = fault('the file is empty');

/** What a file is that is not of UTF-8 at all. The first bytes of a file are enough to tell. */
export function notText(bytes: Buffer): UnreadableText | undefined {
  const encoding = wideEncodings.find(({ mark }) => startsWith(bytes, mark))?.name ?? wideEncodingWithoutMark(bytes);
  if (encoding !== undefined) return fault(`the file is ${encoding}; save it as UTF-8`);
  const nul = bytes.indexOf(0);
  return nul === -1 ? undefined : fault('the file is binary: it has a NUL byte', bytes.subarray(0, nul));
}

/** A byte that is not UTF-8. `text`: what `Buffer.toString` made of the bytes, with U+FFFD for all that is not UTF-8. */
export function notUtf8(bytes: Buffer, text: string): UnreadableText | undefined {
  // A text may have U+FFFD of its own.
  if (!text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)) return undefined;
  const valid = validPrefix(bytes);
  const byte = (bytes[valid] ?? 0).toString(16).padStart(2, '0');
  return fault(`the text is not UTF-8, as the byte \`0x${byte}\` shows; save it as UTF-8`, bytes.subarray(0, valid));
}

function fault(message: string, before: Buffer = Buffer.alloc(0)): UnreadableText {
  return { ok: false, message, before: before.toString('utf8') };
}

/** UTF-32's little-endian mark begins with UTF-16's. */
const wideEncodings: readonly { readonly name: string; readonly mark: readonly number[] }[] = [
  { name: 'UTF-32', mark: [0xff, 0xfe, 0, 0] },
  { name: 'UTF-32', mark: [0, 0, 0xfe, 0xff] },
  { name: 'UTF-16', mark: [0xff, 0xfe] },
  { name: 'UTF-16', mark: [0xfe, 0xff] },
];

/** The first character of JSON and YAML is an ASCII one, and half of it is NUL in UTF-16. */
function wideEncodingWithoutMark([first, second]: Buffer): string | undefined {
  return second !== undefined && (first === 0) !== (second === 0) ? 'UTF-16' : undefined;
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** How many bytes from the start are valid UTF-8: found by halving, then back to the start of a sequence that breaks off. */
function validPrefix(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  while (!isUtf8(bytes.subarray(0, low), false)) low--;
  return low;
}

function isUtf8(bytes: Buffer, mayBreakOff: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBreakOff });
    return true;
  } catch {
    return false;
  }
}

/** Bytes. */
export const longestLfsPointer = 1024;

/** Git LFS keeps a text of three lines in git instead of the content: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
export function isLfsPointer(bytes: Buffer): boolean {
  // Of most files the first letter is enough to tell.
  if (bytes.length >= longestLfsPointer || !startsWith(bytes, [0x76])) return false;
  return /^version https:\/\/git-lfs\S*\n(?:\S+ .*\n)*oid sha256:/.test(bytes.toString('latin1'));
}
