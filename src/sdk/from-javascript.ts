import { Float } from '../json-value.ts';
import { isPlain } from '../validation/json-type.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';

/**
 * The JSON that `JSON.stringify` would send for a JavaScript value: `undefined` and functions are left out, a `Date` is its
 * ISO string, NaN is null. A value that is JSON already comes back itself, without a copy. A bigint, which JSON.stringify
 * refuses, stands for an integer.
 *
 * @throws {TypeError} for a value that contains itself.
 */
export function fromJavaScript(value: unknown): JsonValue {
  return convert(value, '', 0) ?? null;
}

/** A value this deep contains itself, or would never be read by the gateway. */
const deepest = 1000;

/** Undefined for what JSON has no word for. */
function convert(value: unknown, key: string, depth: number): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return fromNumber(value);
    case 'bigint':
      return fromBigint(value);
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (depth > deepest) throw new TypeError('the event contains itself, so it is not JSON');
  if ('toJSON' in value && typeof value.toJSON === 'function') return convert(value.toJSON(key), key, depth + 1);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return value.valueOf();
  return Array.isArray(value) ? fromArray(value, depth) : fromObject(value, depth);
}

function fromNumber(value: number): JsonValue {
  if (Number.isSafeInteger(value)) return value;
  if (!Number.isFinite(value)) return null;
  // What JSON.stringify writes for it decides: digits up to 1e21, of which the gateway reads i64 and u64 as integers.
  return Number.isInteger(value) ? fromBigint(BigInt(value)) : value;
}

function fromBigint(value: bigint): JsonValue {
  if (value < -(2n ** 63n) || value >= 2n ** 64n) return new Float(Number(value));
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function fromArray(array: readonly unknown[], depth: number): JsonValue {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < array.length; index++) {
    const item = array[index];
    const converted = convert(item, String(index), depth + 1) ?? null;
    if (converted !== item) copy ??= array.slice(0, index) as JsonValue[];
    copy?.push(converted);
  }
  return copy ?? (array as JsonValue[]);
}

function fromObject(object: object, depth: number): JsonValue {
  // Of an instance of a class, JSON has only the members of its own.
  let changed = !isPlain(object);
  const members = object as { readonly [key: string]: unknown };
  for (const key of Object.keys(members)) {
    const member = members[key];
    changed ||= convert(member, key, depth + 1) !== member;
    if (changed) break;
  }
  return changed ? copyObject(members, depth) : (object as JsonObject);
}

function copyObject(members: { readonly [key: string]: unknown }, depth: number): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(members)) {
    const converted = convert(members[key], key, depth + 1);
    if (converted === undefined) continue;
    // An assignment to `__proto__` would not make a member.
    Object.defineProperty(copy, key, { value: converted, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}
