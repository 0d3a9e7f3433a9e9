/** A text, or why bytes are none that the gateway could read: one sentence and the offset of the byte to blame. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly before: string };

/** The bytes of a fixture as text. Whatever is wrong is named for what it is. `before`: the text up to what is wrong. */
export function decodeText(bytes: Buffer): DecodedText {
  const objection = objectionTo(bytes);
  if (objection !== undefined) return { ok: false, message: objection, before: '' };
  const text = bytes.toString('utf8');
  // U+FFFD stands for what is not UTF-8, unless the text has it of its own.
  if (text.includes('\ufffd') && Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0) {
    const valid = validPrefix(bytes);
    const byte = (bytes[valid] ?? 0).toString(16).padStart(2, '0');
    const before = bytes.subarray(0, valid).toString('utf8');
    return { ok: false, message: `the text is not valid UTF-8: byte 0x${byte}`, before };
  }
  return { ok: true, text };
}

function objectionTo(bytes: Buffer): string | undefined {
  const [first, second, third] = bytes;
  if (first === undefined) return 'the file is empty';
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'the file begins with a byte order mark, which the gateway refuses; save it as UTF-8 without BOM';
  }
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const halfEmpty = (first === 0) !== (second === 0) && second !== undefined;
  if (isUtf16 || halfEmpty) return 'the file is UTF-16; save it as UTF-8';
  return bytes.includes(0) ? 'the file is binary: it has NUL bytes' : undefined;
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
  if (bytes.length >= longestLfsPointer) return false;
  return /^version https:\/\/git-lfs\S*\n(?:\S+ .*\n)*oid sha256:/.test(bytes.toString('latin1'));
}
