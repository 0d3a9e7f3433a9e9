import type { JsonValue } from '../json-value.ts';
import { readJsonExactly } from './exact-json.ts';
import { isTooDeep, mayMisread, mayMisreadMarked } from './misreading.ts';
import type { SyntaxHint } from './syntax-hint.ts';

export type JsonResult = { readonly ok: true; readonly value: JsonValue } | JsonFault;

export interface JsonFault {
  readonly ok: false;
  /** One sentence. */
  readonly message: string;
  /** Of what is wrong, in UTF-16 units. */
  readonly offset: number;
  readonly end: number;
  readonly hint: SyntaxHint | undefined;
}

/** One JSON text, accepted and read as serde_json does. JSON.parse does the work wherever it is known to agree. */
export function readJson(text: string): JsonResult {
  return mayMisread(text) ? readJsonExactly(text) : readPlainJson(text);
}

/** The same for a well-formed text on one line, of which line-scanner.ts tells what may be in it. */
export function readScannedJson(text: string, marks: number): JsonResult {
  if (marks !== 0) return mayMisreadMarked(text, marks) ? readJsonExactly(text) : readPlainJson(text);
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch {
    return readJsonExactly(text);
  }
}

/** The same for such a text that JSON.parse has read already. */
export function readParsedJson(text: string, marks: number, value: JsonValue): JsonResult {
  return mayMisreadMarked(text, marks) || isTooDeep(text, value) ? readJsonExactly(text) : { ok: true, value };
}

/** The same for a text of which `mayMisread` is known to be false. */
export function readPlainJson(text: string): JsonResult {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // V8 tells no place for most errors.
    return readJsonExactly(text);
  }
  return isTooDeep(text, value) ? readJsonExactly(text) : { ok: true, value };
}
