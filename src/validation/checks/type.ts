import type { Field, FieldType } from '../../contract/contract.ts';
import type { JsonValue } from '../../json-value.ts';
import { isInteger, isNumber, isObject } from '../json-type.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';

const isOfType: { readonly [type in FieldType]: (value: JsonValue) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: isInteger,
  float: isNumber,
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  array: Array.isArray,
  any: () => true,
  date: (value) => typeof value === 'string',
};

/** `type`: on a value of the wrong type nothing else is looked at (`validate_value`). */
export function typeCheck(field: Field, place: Place, then: Check | undefined): Check | undefined {
  if (field.type === 'any') return then;
  const matches = isOfType[field.type];
  return (value, breaches) => {
    if (matches(value)) then?.(value, breaches);
    else breaches.push({ rule: 'type', ...place, at: field.at['type'], expected: field.type, value });
  };
}
