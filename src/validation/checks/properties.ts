import type { JsonObject } from '../../json-value.ts';
import type { CompiledField, CompiledProperties } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';
import { checkValue, valueHolds } from './value.ts';

/**
 * Whether the members of an object hold. Goes through them in the object's own order, since that is much faster than to ask a
 * JavaScript object for names one by one.
 */
export function propertiesHold(properties: CompiledProperties, object: JsonObject): boolean {
  const { fields, byName } = properties;
  let missing = properties.needed;
  let next = 0;
  for (const key in object) {
    const value = object[key];
    // Most events have their members in the order of the contract.
    let field: CompiledField | undefined = fields[next];
    if (field !== undefined && field.name === key) next++;
    else field = byName.get(key);
    if (value === undefined) continue;
    if (field === undefined) {
      if (properties.closed) return false;
      continue;
    }
    if (value === null && field.nullAsAbsent) continue;
    if (!valueHolds(field, value)) return false;
    if (field.needed) missing--;
  }
  return missing === 0;
}

/** The declared members of an object, in the contract's order (`validate_fields`). */
export function checkProperties({ fields }: CompiledProperties, object: JsonObject, breaches: Breach[]): void {
  for (const field of fields) {
    const { name } = field;
    const value = field.inherited && !Object.hasOwn(object, name) ? undefined : object[name];
    if (value !== undefined && !(value === null && field.nullAsAbsent)) checkValue(field, value, breaches);
    else if (field.required) {
      const at = field.at['required'] ?? field.at['name'];
      breaches.push({ rule: 'required', field: field.field, path: field.path, at, name });
    }
  }
}
