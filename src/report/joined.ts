/** UTF-16 units in a piece that is written at once. */
const pieceSize = 1 << 16;

/** The same text in fewer pieces, since each that is written costs a call of the system. */
export function* joined(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceSize) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
