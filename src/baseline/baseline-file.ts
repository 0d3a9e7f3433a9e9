import type { BaselineEntry } from './entry.ts';
import { keyOf } from './entry.ts';

/** The first line of the file. */
const head = { contractgateBaseline: 1 };

/** One sorted line for each entry, so that two branches that change different entries can be merged. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [head, ...entries].map((line) => JSON.stringify(line));
  return `${lines.join('\n')}\n`;
}

export type BaselineResult =
  | { readonly ok: true; readonly entries: readonly BaselineEntry[] }
  /** 1-based. */
  | { readonly ok: false; readonly message: string; readonly line: number };

/** Reads what `baselineText` wrote. After a merge the lines may be in any order, and an entry may be there twice. */
export function parseBaseline(text: string): BaselineResult {
  const entries = new Map<string, BaselineEntry>();
  let hasHead = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (isHead(value)) {
      hasHead = true;
      continue;
    }
    if (!isEntry(value)) {
      const message = /^[<=>|]{7}/.test(line)
        ? 'the baseline has a merge conflict'
        : 'expected an entry of the baseline as `contractgate-hook baseline` writes it';
      return { ok: false, message, line: index + 1 };
    }
    const key = keyOf(value);
    const count = Math.max(value.count, entries.get(key)?.count ?? 0);
    entries.set(key, { ...value, count });
  }
  if (!hasHead) return { ok: false, message: `expected the line ${JSON.stringify(head)}`, line: 1 };
  return { ok: true, entries: [...entries.values()] };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): boolean {
  return isRecord(value) && value['contractgateBaseline'] === head.contractgateBaseline;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const texts = ['file', 'contract', 'kind', 'field', 'record'].map((name) => value[name]);
  const { count } = value;
  return texts.every((text) => typeof text === 'string') && Number.isSafeInteger(count) && Number(count) > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
