import type { JsonValue } from '../../json-value.ts';
import type { CompiledField } from '../compiled-field.ts';
import { isForeign, isInteger, isNumber, isObject, numericValue } from '../json-type.ts';
import type { Breach } from '../violation.ts';
import { checkDate } from './date.ts';
import { checkEnum } from './enum.ts';
import { checkItems } from './items.ts';
import { checkLength } from './length.ts';
import { checkPattern } from './pattern.ts';
import { checkProperties } from './properties.ts';
import { checkRange } from './range.ts';

/**
 * One present value (`validate_value`): type, then length, pattern, date, range, enum, properties, items. On a value of the
 * wrong type nothing else is looked at.
 */
export function checkValue(field: CompiledField, value: JsonValue, breaches: Breach[]): void {
  switch (field.type) {
    case 'string':
      if (typeof value !== 'string') return mismatch(field, value, breaches);
      checkLength(field, value, breaches);
      checkPattern(field, value, breaches);
      return checkEnum(field, value, breaches);
    case 'integer':
      if (!isInteger(value)) return mismatch(field, value, breaches);
      checkRange(field, Number(value), breaches);
      return checkEnum(field, value, breaches);
    case 'float':
      if (!isNumber(value)) return mismatch(field, value, breaches);
      checkRange(field, numericValue(value) ?? Number.NaN, breaches);
      return checkEnum(field, value, breaches);
    case 'boolean':
      if (typeof value !== 'boolean') return mismatch(field, value, breaches);
      return checkEnum(field, value, breaches);
    case 'object':
      if (!isObject(value)) return mismatch(field, value, breaches);
      checkEnum(field, value, breaches);
      if (field.properties !== undefined) checkProperties(field.properties, value, breaches);
      return undefined;
    case 'array':
      if (!Array.isArray(value)) return mismatch(field, value, breaches);
      checkEnum(field, value, breaches);
      return checkItems(field, value, breaches);
    case 'date':
      if (typeof value !== 'string') return mismatch(field, value, breaches);
      checkLength(field, value, breaches);
      checkPattern(field, value, breaches);
      checkDate(field, value, breaches);
      return checkEnum(field, value, breaches);
    case 'any':
      return checkAny(field, value, breaches);
  }
}

function checkAny(field: CompiledField, value: JsonValue, breaches: Breach[]): void {
  if (isForeign(value)) return mismatch(field, value, breaches);
  if (typeof value === 'string') {
    checkLength(field, value, breaches);
    checkPattern(field, value, breaches);
  } else {
    const number = numericValue(value);
    if (number !== undefined) checkRange(field, number, breaches);
  }
  return checkEnum(field, value, breaches);
}

function mismatch(field: CompiledField, value: JsonValue, breaches: Breach[]): void {
  const at = field.at['type'];
  breaches.push({ rule: 'type', field: field.field, path: field.path, at, expected: field.type, value });
}
