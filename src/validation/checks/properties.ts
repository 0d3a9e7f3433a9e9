import type { JsonObject } from '../../json-value.ts';
import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';
import { checkValue } from './value.ts';

/** The declared members of an object, in the contract's order (`validate_fields`). */
export function checkProperties(fields: readonly CompiledField[], object: JsonObject, breaches: Breach[]): void {
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    if (field === undefined) continue;
    const { name } = field;
    const value = field.inherited && !Object.hasOwn(object, name) ? undefined : object[name];
    if (value !== undefined && !(value === null && field.nullAsAbsent)) checkValue(field, value, breaches);
    else if (field.required) {
      const at = field.at['required'] ?? field.at['name'];
      breaches.push({ rule: 'required', field: field.field, path: field.path, at, name });
    }
  }
}
