import type { JsonObject, JsonValue } from '../../json-value.ts';
import { isObject } from '../json-type.ts';

/**
 * Reads a member that an object may seem to have without owning it: `constructor`, `toString`, `__proto__`. For all other
 * names, undefined: the plain `object[name]` is right and faster.
 */
export function memberReader(name: string): ((object: JsonObject) => JsonValue | undefined) | undefined {
  if (!(name in Object.prototype)) return undefined;
  return (object) => (Object.hasOwn(object, name) ? object[name] : undefined);
}

/** A dot path through objects, never into arrays (`resolve_path`, `get_nested_value`); undefined when absent. */
export function pathReader(path: readonly string[]): (event: JsonValue) => JsonValue | undefined {
  const [only = ''] = path;
  if (path.length === 1 && !(only in Object.prototype)) return (event) => (isObject(event) ? event[only] : undefined);
  const steps = path.map((name) => memberReader(name) ?? ((object: JsonObject) => object[name]));
  return (event) => {
    let value: JsonValue | undefined = event;
    for (const step of steps) {
      if (value === undefined || !isObject(value)) return undefined;
      value = step(value);
    }
    return value;
  };
}
