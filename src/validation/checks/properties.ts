import type { Field } from '../../contract/contract.ts';
import type { JsonObject } from '../../json-value.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';
import { memberReader } from './member.ts';

export interface PropertyCheck {
  readonly field: Field;
  readonly place: Place;
  readonly check: Check | undefined;
}

/** The declared members of an object, in the contract's order (`validate_fields`). */
export function propertiesCheck(properties: readonly PropertyCheck[], nullAsAbsent: boolean): Check<JsonObject> {
  const members = properties.map((property) => memberCheck(property, nullAsAbsent));
  return (object, breaches) => {
    for (const member of members) member(object, breaches);
  };
}

function memberCheck({ field, place, check }: PropertyCheck, nullAsAbsent: boolean): Check<JsonObject> {
  const { name, required } = field;
  const read = memberReader(name);
  return (object, breaches) => {
    const value = read === undefined ? object[name] : read(object);
    if (value === undefined || (nullAsAbsent && value === null)) {
      if (required) breaches.push({ rule: 'required', ...place, at: field.at['required'] ?? field.at['name'], name });
      return;
    }
    check?.(value, breaches);
  };
}
