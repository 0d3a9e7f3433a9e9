import { Float } from '../json-value.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';

/** Type tests of `validate_value` in the gateway's src/validation.rs, over the representation of json-value.ts. */

const beyondU64 = 2 ** 64;
const belowI64 = -(2 ** 63);

/** `is_i64() || is_u64()`: a float with an integral value is not an integer. */
export function isInteger(value: JsonValue): boolean {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value < beyondU64 && value >= belowI64;
  }
  return typeof value === 'bigint';
}

export function isNumber(value: JsonValue): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'bigint' || value instanceof Float;
}

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float);
}

/** `numeric_value`: any number as an f64, the way `as_f64` rounds it; undefined for everything else. */
export function numericValue(value: JsonValue | undefined): number | undefined {
  switch (typeof value) {
    case 'number':
      return value;
    case 'bigint':
      return Number(value);
    case 'object':
      return value instanceof Float ? value.value : undefined;
    default:
      return undefined;
  }
}

/** `json_type_name`, for messages. */
export function jsonTypeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isInteger(value)) return 'integer';
  if (typeof value === 'number' || value instanceof Float) return 'float';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
