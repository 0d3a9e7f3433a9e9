import { Float } from '../../json-value.ts';
import type { JsonValue } from '../../json-value.ts';
import type { Field } from '../../contract/contract.ts';
import { isObject } from '../json-type.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';

/** `enum`: `Vec<serde_json::Value>::contains` in `validate_value`. */
export function enumCheck(field: Field, place: Place): Check | undefined {
  const allowed = field.enum;
  if (allowed === undefined) return undefined;
  const scalars = new Set<JsonValue>(allowed.filter((value) => typeof value !== 'object' || value === null));
  const others = allowed.filter((value) => typeof value === 'object' && value !== null);
  return (value, breaches) => {
    // -0 is a Float, and a Set takes 0 and -0 for the same anyway.
    if (scalars.has(value) || others.some((other) => jsonEquals(other, value))) return;
    breaches.push({ rule: 'enum', ...place, at: field.at['enum'], value, allowed });
  };
}

/** `serde_json::Value`'s `==`: integers and floats are never equal, -0.0 equals 0.0, objects are compared without order. */
export function jsonEquals(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true;
  if (left instanceof Float) return right instanceof Float && left.value === right.value;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => jsonEquals(item, right[index] ?? null))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && jsonEquals(left[key] ?? null, right[key] ?? null))
  );
}
