import type { Colors } from 'picocolors/types.js';
import type { Position } from '../json-value.ts';
import { printable } from './printable.ts';

export interface FrameOptions {
  /** What the frame may take, in columns. */
  readonly width: number;
  readonly colors: Colors;
}

/** One line of a text with a caret under a range of it, cut to fit around the caret. Undefined: there is no such line. */
export function frame(
  { text, line: firstLine }: { readonly text: string; readonly line: number },
  start: Position,
  end: Position,
  { width, colors }: FrameOptions,
): string[] {
  const source = lineAt(text, start.line - firstLine);
  if (source === undefined) return [];
  const gutter = String(start.line);
  const window = cut(source, start.column - 1, width - gutter.length - 3);
  const endColumn = end.line === start.line ? end.column : source.length + 1;
  const before = shown(source.slice(window.from, start.column - 1));
  const marked = shown(source.slice(start.column - 1, Math.min(endColumn - 1, window.to)));
  const after = shown(source.slice(Math.min(endColumn - 1, window.to), window.to));
  const indent = ' '.repeat(gutter.length);
  const leading = window.from > 0 ? '…' : '';
  const trailing = window.to < source.length ? '…' : '';
  const caret = '^'.repeat(Math.max(1, marked.length));
  return [
    `${colors.dim(`${gutter} |`)} ${leading}${before}${colors.bold(marked)}${after}${trailing}`,
    `${colors.dim(`${indent} |`)} ${' '.repeat(leading.length + before.length)}${colors.red(caret)}`,
  ];
}

/** The n-th line (0-based) of a text, without its end. */
function lineAt(text: string, index: number): string | undefined {
  let start = 0;
  for (let line = 0; line < index; line++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}

/** The part of a line to show, at most `room` units with the caret's column in it. */
function cut(source: string, column: number, room: number): { readonly from: number; readonly to: number } {
  const fits = Math.max(room - 2, 20);
  if (source.length <= fits) return { from: 0, to: source.length };
  const from = Math.max(0, Math.min(column - Math.floor(fits / 3), source.length - fits));
  return { from, to: from + fits };
}

function shown(text: string): string {
  return printable(text.replace(/\t/g, ' '));
}
