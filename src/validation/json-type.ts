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
  return typeof value === 'object' && value !== null && isPlain(value);
}

/** Made by JSON or by `{}`: not an array, a `Float`, nor anything else that JSON would write in a way of its own. */
export function isPlain(value: object): boolean {
  // Costs less than the look at the prototype, and no JSON has a member that is this function.
  if (value.constructor === Object) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * What no JSON text gives, but a JavaScript value may hold: NaN, a function, a Date. A rule that would otherwise let it pass
 * has to report it, so that the event is looked at again as the JSON that it would be sent as.
 */
export function isForeign(value: JsonValue): boolean {
  switch (typeof value) {
    case 'number':
      return !Number.isFinite(value);
    case 'object':
      return value !== null && !Array.isArray(value) && !isPlain(value) && !(value instanceof Float);
    case 'function':
    case 'symbol':
      return true;
    default:
      return false;
  }
}

/** `numeric_value`: any number as an f64, the way `as_f64` rounds it; undefined for everything else. */
export function numericValue(value: JsonValue | undefined): number | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : undefined;
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
