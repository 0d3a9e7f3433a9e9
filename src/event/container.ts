import { Float } from '../json-value.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';

/** An object or an array. */
export function isContainer(value: JsonValue): value is JsonObject | JsonValue[] {
  return typeof value === 'object' && value !== null && !(value instanceof Float);
}
