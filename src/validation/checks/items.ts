import type { JsonValue } from '../../json-value.ts';
import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';
import { checkValue } from './value.ts';

/**
 * `items`: every element of an array (`validate_value`). What an element's check finds is placed relative to the element and
 * gets the array's place in front, so that arrays without violations cost no paths.
 */
export function checkItems(field: CompiledField, values: readonly JsonValue[], breaches: Breach[]): void {
  const { items } = field;
  if (items === undefined) return;
  for (let index = 0; index < values.length; index++) {
    const item = items.named?.get(index) ?? items.unnamed;
    const found = breaches.length;
    checkValue(item, values[index] ?? null, breaches);
    for (let each = found; each < breaches.length; each++) {
      const breach = breaches[each];
      if (breach !== undefined) breaches[each] = insideItem(breach, field, index);
    }
  }
}

function insideItem(breach: Breach, array: CompiledField, index: number): Breach {
  return {
    ...breach,
    field: `${array.field}[${index}]${breach.field}`,
    path: [...array.path, index, ...breach.path],
  };
}
