import type { Field } from '../../contract/contract.ts';
import { numericValue } from '../json-type.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';

/** `min` and `max` over any number, compared as f64 (`validate_value`); other values have no range. */
export function rangeCheck(field: Field, place: Place): Check | undefined {
  const { min, max } = field;
  if (min === undefined && max === undefined) return undefined;
  return (value, breaches) => {
    const number = typeof value === 'number' ? value : numericValue(value);
    if (number === undefined) return;
    if (min !== undefined && number < min) {
      breaches.push({ rule: 'min', ...place, at: field.at['min'], value: number, limit: min });
    }
    if (max !== undefined && number > max) {
      breaches.push({ rule: 'max', ...place, at: field.at['max'], value: number, limit: max });
    }
  };
}
