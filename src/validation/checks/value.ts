import type { JsonValue } from '../../json-value.ts';
import type { CompiledField } from '../compiled-field.ts';
import { isForeign, isInteger, isNumber, isObject, numericValue } from '../json-type.ts';
import type { Breach } from '../violation.ts';
import { checkDate, isCalendarDate } from './date.ts';
import { checkEnum, enumHolds } from './enum.ts';
import { checkItems, itemsHold } from './items.ts';
import { checkLength, lengthHolds } from './length.ts';
import { checkPattern, patternHolds } from './pattern.ts';
import { checkProperties, propertiesHold } from './properties.ts';
import { checkRange, rangeHolds } from './range.ts';

/**
 * Whether a present value breaks no rule. Texts and plain numbers, which are most of what events hold, are not asked for each
 * type in turn.
 */
export function valueHolds(field: CompiledField, value: JsonValue): boolean {
  const { type } = field;
  if (typeof value === 'string') {
    if (type !== 'string' && type !== 'any' && !(type === 'date' && isCalendarDate(value))) return false;
    return lengthHolds(field, value) && patternHolds(field, value) && enumHolds(field, value);
  }
  if (typeof value === 'number') {
    const isOfType = type === 'integer' ? isInteger(value) : (type === 'float' || type === 'any') && isNumber(value);
    return isOfType && rangeHolds(field, value) && enumHolds(field, value);
  }
  return hasType(field, value) && enumHolds(field, value) && rarerHolds(field, value);
}

/** Apart, so that V8 inlines the rest. */
function rarerHolds(field: CompiledField, value: JsonValue): boolean {
  if (Array.isArray(value)) return itemsHold(field, value);
  if (isObject(value)) return field.properties === undefined || propertiesHold(field.properties, value);
  const number = numericValue(value);
  return number === undefined || rangeHolds(field, number);
}

/**
 * What is wrong with a present value (`validate_value`): type, then length, pattern, date, range, enum, properties, items. On a
 * value of the wrong type nothing else is looked at.
 */
export function checkValue(field: CompiledField, value: JsonValue, breaches: Breach[]): void {
  if (!hasType(field, value)) {
    const at = field.at['type'];
    breaches.push({ rule: 'type', field: field.field, path: field.path, at, expected: field.type, value });
    return;
  }
  if (typeof value === 'string') {
    checkLength(field, value, breaches);
    checkPattern(field, value, breaches);
    if (field.type === 'date') checkDate(field, value, breaches);
  }
  const number = numericValue(value);
  if (number !== undefined) checkRange(field, number, breaches);
  checkEnum(field, value, breaches);
  if (field.properties !== undefined && isObject(value)) checkProperties(field.properties, value, breaches);
  if (Array.isArray(value)) checkItems(field, value, breaches);
}

function hasType({ type }: CompiledField, value: JsonValue): boolean {
  switch (type) {
    case 'string':
    case 'date':
      return typeof value === 'string';
    case 'integer':
      return isInteger(value);
    case 'float':
      return isNumber(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'any':
      return !isForeign(value);
  }
}
