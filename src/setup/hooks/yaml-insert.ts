import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';

/**
 * A YAML text with an entry more at the end of the block collection at `path`. Everything else stays as it is: lines are
 * added where the collection ends, in its own indentation. Undefined where there is no such collection, or it is in one line.
 */
export function insertYaml(
  text: string,
  path: readonly string[],
  entry: Readonly<Record<string, unknown>>,
  lines: readonly string[],
): string | undefined {
  const document = parseDocument(text);
  const target: unknown = document.getIn(path);
  if (document.errors.length > 0 || !isCollection(target) || target.flow || target.items.length === 0) return undefined;
  if (!isMap(target) && !isSeq(target)) return undefined;
  const column = columnOf(text, target);
  const end = endOf(text, target);
  if (column === undefined || end === undefined) return undefined;
  const added = lines.map((line) => `${' '.repeat(column)}${line}\n`).join('');
  const before = text.slice(0, end);
  const after = `${before}${before.endsWith('\n') ? '' : '\n'}${added}${text.slice(end)}`;
  return isWithEntry(text, after, path, entry) ? after : undefined;
}

/** Where the entries of a block collection begin: their dashes, or their keys. */
function columnOf(text: string, target: YAMLMap | YAMLSeq): number | undefined {
  const [first] = target.items as readonly unknown[];
  const node = isMap(target) ? (first as { key: unknown }).key : first;
  const start = rangeOf(node)?.[0];
  if (start === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (isMap(target)) return /^ *$/.test(before) ? before.length : undefined;
  return /^ *- +$/.test(before) ? before.indexOf('-') : undefined;
}

/** After the line of the last thing in it, a comment behind that included. */
function endOf(text: string, target: YAMLMap | YAMLSeq): number | undefined {
  const end = target.range?.[1];
  if (end === undefined || end === null) return undefined;
  const last = text.slice(0, end).trimEnd().length;
  const newline = text.indexOf('\n', last);
  return newline === -1 ? text.length : newline + 1;
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return (isScalar(node) || isCollection(node)) && node.range ? node.range : undefined;
}

/** Whether a text says what the other says, and the entry. */
function isWithEntry(
  before: string,
  after: string,
  path: readonly string[],
  entry: Readonly<Record<string, unknown>>,
): boolean {
  const now = parseDocument(after);
  if (now.errors.length > 0) return false;
  const wanted = parseDocument(before);
  const target: unknown = wanted.getIn(path);
  if (isSeq(target)) target.add(wanted.createNode(entry));
  else for (const [key, value] of Object.entries(entry)) wanted.setIn([...path, key], value);
  return isDeepStrictEqual(now.toJS(), wanted.toJS());
}
