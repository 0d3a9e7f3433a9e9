import { Float } from '../../json-value.ts';
import type { JsonValue } from '../../json-value.ts';
import type { AllowedValues, CompiledField } from '../compiled-field.ts';
import { isObject } from '../json-type.ts';
import type { Breach } from '../violation.ts';

/** `enum`: `Vec<serde_json::Value>::contains` in `validate_value`. */
export function enumHolds({ allowed }: CompiledField, value: JsonValue): boolean {
  return allowed === undefined || allowed.scalars.has(value) || isAmong(allowed.others, value);
}

export function checkEnum(field: CompiledField, value: JsonValue, breaches: Breach[]): void {
  if (enumHolds(field, value)) return;
  const allowed = field.allowed?.all ?? [];
  breaches.push({ rule: 'enum', field: field.field, path: field.path, at: field.at['enum'], value, allowed });
}

function isAmong(others: readonly JsonValue[], value: JsonValue): boolean {
  return others.some((other) => jsonEquals(other, value));
}

/** An `enum` with its scalars where they are found at once. */
export function allowedValues(values: readonly JsonValue[]): AllowedValues {
  const isScalar = (value: JsonValue): boolean => typeof value !== 'object' || value === null;
  return {
    scalars: new Set(values.filter(isScalar)),
    others: values.filter((value) => !isScalar(value)),
    all: values,
  };
}

/** `serde_json::Value`'s `==`: integers and floats are never equal, -0.0 equals 0.0, objects are compared without order. */
function jsonEquals(left: JsonValue, right: JsonValue): boolean {
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
