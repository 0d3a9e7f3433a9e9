import { eastAsianWidth } from 'get-east-asian-width';
import type { Colors } from 'picocolors/types.js';
import type { Frame } from '../check/report.ts';
import { printable } from './printable.ts';

export interface FrameOptions {
  /** What the frame may take, in columns. */
  readonly width: number;
  readonly colors: Colors;
}

/** A character as a terminal shows it. */
interface Cell {
  readonly shown: string;
  /** Columns. */
  readonly width: number;
}

/** A line with its number, cut to fit around what it marks; with a caret under each column of that, if wanted. */
export function drawFrame(frame: Frame, line: number, carets: boolean, { width, colors }: FrameOptions): string[] {
  const gutter = String(line);
  const { before, marked, after } = fit(splitAt(frame), Math.max(width - gutter.length - 3, 20), frame.cut);
  const lines = [`${colors.dim(`${gutter} |`)} ${textOf(before)}${colors.bold(textOf(marked))}${textOf(after)}`];
  if (!carets) return lines;
  const indent = ' '.repeat(widthOf(before));
  const under = '^'.repeat(Math.max(1, widthOf(marked)));
  return [...lines, `${colors.dim(`${' '.repeat(gutter.length)} |`)} ${indent}${colors.red(under)}`];
}

/** A line, split around what is marked in it. */
interface Split {
  readonly before: readonly Cell[];
  readonly marked: readonly Cell[];
  readonly after: readonly Cell[];
}

function splitAt({ text, mark: { start, end } }: Frame): Split {
  return {
    before: cellsOf(text.slice(0, start)),
    marked: cellsOf(text.slice(start, end)),
    after: cellsOf(text.slice(end)),
  };
}

function cellsOf(text: string): Cell[] {
  return Array.from(text, (character) => {
    const shown = character === '\t' ? ' ' : printable(character);
    return { shown, width: shown === character ? columnsOf(character) : shown.length };
  });
}

/** Of a printable character: marks that combine with the one before take none, wide characters and emoji two. */
function columnsOf(character: string): number {
  if (/[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

const ellipsis: Cell = { shown: '…', width: 1 };

/** As much as fits: the mark first, a third of the room before it, the rest behind it, and what says that there is more. */
function fit({ before, marked, after }: Split, room: number, cut: Frame['cut']): Split {
  const isWhole = widthOf([...before, ...marked, ...after]) + Number(cut.before) + Number(cut.after) <= room;
  const space = isWhole ? Infinity : room - 2;
  const mark = take(marked, space);
  const atLeast = take(before.toReversed(), Math.min(Math.floor(space / 3), space - widthOf(mark)));
  const behind = take(after, space - widthOf(mark) - widthOf(atLeast));
  const ahead = take(before.toReversed(), space - widthOf(mark) - widthOf(behind)).toReversed();
  const isMoreAhead = cut.before || ahead.length < before.length;
  const isMoreBehind = cut.after || mark.length < marked.length || behind.length < after.length;
  return {
    before: isMoreAhead ? [ellipsis, ...ahead] : ahead,
    marked: mark,
    after: isMoreBehind ? [...behind, ellipsis] : behind,
  };
}

/** The first cells that fit. */
function take(cells: readonly Cell[], most: number): readonly Cell[] {
  let width = 0;
  const tooMany = cells.findIndex((cell) => (width += cell.width) > most);
  return tooMany === -1 ? cells : cells.slice(0, tooMany);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ shown }) => shown).join('');
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
