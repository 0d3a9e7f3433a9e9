import type { JsonObject } from '../../json-value.ts';
import type { CompiledField, CompiledProperties } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';
import { checkValue } from './value.ts';

/**
 * The declared members of an object (`validate_fields`). Looked at in the object's own order first, since going through a
 * JavaScript object is much faster than asking it for names one by one; only when that finds anything, and the order is another,
 * in the contract's.
 */
export function checkProperties(properties: CompiledProperties, object: JsonObject, breaches: Breach[]): void {
  const found = breaches.length;
  if (checkOwnOrder(properties, object, breaches)) {
    if (breaches.length === found || isInOrder(properties, object)) return;
  }
  breaches.length = found;
  for (const field of properties.fields) {
    const { name } = field;
    const value = field.inherited && !Object.hasOwn(object, name) ? undefined : object[name];
    if (value !== undefined && !(value === null && field.nullAsAbsent)) checkValue(field, value, breaches);
    else if (field.required) {
      const at = field.at['required'] ?? field.at['name'];
      breaches.push({ rule: 'required', field: field.field, path: field.path, at, name });
    }
  }
}

/** Whether all required members are there. Finds the same breaches as the contract's order would, in the object's. */
function checkOwnOrder(properties: CompiledProperties, object: JsonObject, breaches: Breach[]): boolean {
  const { fields, byName } = properties;
  let missing = properties.required;
  let next = 0;
  for (const key in object) {
    const value = object[key];
    // Most events have their members in the order of the contract.
    let field: CompiledField | undefined = fields[next];
    if (field !== undefined && field.name === key) next++;
    else field = byName.get(key);
    if (field === undefined || value === undefined || (value === null && field.nullAsAbsent)) continue;
    checkValue(field, value, breaches);
    if (field.required) missing--;
  }
  return missing === 0;
}

/** Whether the members of an object are the first of the declared ones, in the contract's order. */
function isInOrder({ fields }: CompiledProperties, object: JsonObject): boolean {
  let next = 0;
  for (const key in object) if (fields[next++]?.name !== key) return false;
  return true;
}
