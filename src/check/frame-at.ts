import type { TextRange } from '../json-value.ts';
import type { Frame } from './report.ts';
import { mask } from './sensitive.ts';

/** How much of a line a frame has on either side of what it marks, in UTF-16 units: more than any terminal shows. */
const reach = 400;

/**
 * The line on which a range of a text begins, with the range marked in it and each masked range replaced by one mask. Only
 * what a terminal may show of the line is made.
 */
export function frameAt(text: string, range: TextRange, masked: readonly TextRange[] = []): Frame {
  const { start: lineStart, end: lineEnd } = lineAround(text, range.start);
  const markEnd = Math.min(Math.max(range.end, range.start), Math.max(lineEnd, range.start));
  const from = boundary(text, Math.max(lineStart, range.start - reach));
  const to = boundary(text, Math.min(lineEnd, markEnd + reach, range.start + 2 * reach));

  let shown = '';
  let at = from;
  let start: number | undefined;
  let end: number | undefined;
  /** Takes the text up to an offset as it is, and notes where in it the marked range begins and ends. */
  const copy = (until: number): void => {
    if (start === undefined && range.start <= until) start = shown.length + Math.max(0, range.start - at);
    if (end === undefined && markEnd <= until) end = shown.length + Math.max(0, markEnd - at);
    shown += text.slice(at, until);
    at = Math.max(at, until);
  };
  for (const hidden of masked) {
    if (hidden.end <= from || hidden.start >= to) continue;
    copy(Math.max(hidden.start, from));
    // Between its own quotes, where it is a string.
    const [quote = ''] = /^(["']).*\1$/s.exec(text.slice(hidden.start, hidden.end))?.slice(1) ?? [];
    if (start === undefined && range.start < hidden.end) start = shown.length;
    shown += `${quote}${mask}${quote}`;
    at = Math.min(hidden.end, to);
    if (end === undefined && markEnd <= hidden.end) end = shown.length;
  }
  copy(to);
  return {
    text: shown,
    mark: { start: start ?? shown.length, end: end ?? shown.length },
    cut: { before: from > lineStart, after: to < lineEnd },
  };
}

/** The line that an offset is on, without its end. */
export function lineAround(text: string, offset: number): TextRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return { start, end: text.length };
  return { start, end: newline > start && text[newline - 1] === '\r' ? newline - 1 : newline };
}

/** Not inside of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
