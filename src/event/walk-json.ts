import { visit } from 'jsonc-parser';
import type { TextRange } from '../json-value.ts';
import type { EventSource, Watcher } from './events.ts';

/** A container on the way down. */
interface Level {
  readonly watcher: Watcher | undefined;
  /** Where the value of the container begins. */
  readonly start: number;
  readonly key: TextRange | undefined;
  /** Of an array: the index of the next element. */
  index: number | undefined;
  /** Of an object: the member whose value comes next. */
  member: { readonly name: string; readonly range: TextRange } | undefined;
}

/** Thrown through \`visit\`, which cannot be asked to stop. */
const enough = Symbol('enough');

/** Tells a watcher where the values of a JSON text stand; of a list, no further than is asked for. */
export function walkJson(source: EventSource, root: Watcher): void {
  try {
    walk(source, root);
  } catch (error) {
    if (error !== enough) throw error;
  }
}

function walk({ text }: EventSource, root: Watcher): void {
  const levels: Level[] = [];

  /** Who watches the value that begins now, and its key. */
  const next = (): { watcher: Watcher | undefined; key: TextRange | undefined } => {
    const level = levels.at(-1);
    if (level === undefined) return { watcher: root, key: undefined };
    if (level.index !== undefined) {
      if (levels.length === 1 && root.isOver?.(level.index)) {
        root.close({ start: level.start, end: text.length }, undefined);
        throw enough;
      }
      return { watcher: level.watcher?.child(level.index++), key: undefined };
    }
    const { member } = level;
    return { watcher: member && level.watcher?.child(member.name), key: member?.range };
  };
  /** Whether to go on into the container. `visit` tells the end even of one that it does not go into. */
  const open = (offset: number, index: number | undefined): boolean => {
    const { watcher, key } = next();
    watcher?.open();
    levels.push({ watcher, start: offset, key, index, member: undefined });
    return watcher !== undefined;
  };
  const close = (offset: number, length: number): void => {
    const level = levels.pop();
    level?.watcher?.close({ start: level.start, end: offset + length }, level.key);
  };

  visit(text, {
    onObjectBegin: (offset) => open(offset, undefined),
    onArrayBegin: (offset) => open(offset, 0),
    onObjectProperty: (name, offset, length) => {
      const level = levels.at(-1);
      if (level !== undefined) level.member = { name, range: { start: offset, end: offset + length } };
    },
    onLiteralValue: (_, offset, length) => {
      const { watcher, key } = next();
      watcher?.open();
      watcher?.close({ start: offset, end: offset + length }, key);
    },
    onObjectEnd: close,
    onArrayEnd: close,
  });
}
