import type { JsonObject, JsonValue } from '../json-value.ts';

/** The last of several members of one name wins, as in JSON.parse; an assignment to `__proto__` would make none. */
export function setMember(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    object[key] = value;
  }
}
