import { Float } from '../json-value.ts';
import type { JsonValue } from '../json-value.ts';
import { jsonFloatText } from './number-text.ts';

/** A value as `serde_json::Value::to_string` writes it: compact, keys in order of their UTF-8 bytes. */
export function jsonText(value: JsonValue): string {
  switch (typeof value) {
    case 'string':
      return jsonStringText(value);
    case 'number':
      return Number.isInteger(value) ? integerText(value) : jsonFloatText(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      break;
  }
  if (value === null) return 'null';
  if (value instanceof Float) return jsonFloatText(value.value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  const members = Object.keys(value)
    .toSorted(compareCodePoints)
    .map((key) => `${jsonStringText(key)}:${jsonText(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** JSON.stringify agrees with serde_json on every well-formed string: both escape `"`, `\` and U+0000 to U+001F only. */
function jsonStringText(text: string): string {
  return JSON.stringify(text);
}

/** An integral JavaScript number that came from `validate(event)` may lie beyond 2^53. */
function integerText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
}

/** The order of UTF-8 bytes, which is the order of code points; JavaScript's own order is that of UTF-16 units. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    // A surrogate stands for a code point above U+FFFF, so it comes after every other unit.
    const aSurrogate = a >= 0xd800 && a <= 0xdfff;
    const bSurrogate = b >= 0xd800 && b <= 0xdfff;
    if (aSurrogate !== bSurrogate) return aSurrogate ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}
