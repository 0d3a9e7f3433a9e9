import type { JsonValue } from '../../json-value.ts';
import type { CompiledField, CompiledItems } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';
import { checkValue, valueHolds } from './value.ts';

/** `items`: every element of an array (`validate_value`). */
export function itemsHold({ items }: CompiledField, values: readonly JsonValue[]): boolean {
  if (items === undefined) return true;
  for (let index = 0; index < values.length; index++) {
    if (!valueHolds(itemAt(items, index), values[index] ?? null)) return false;
  }
  return true;
}

/** What an element's check finds is placed relative to the element, and gets the array's place in front. */
export function checkItems(field: CompiledField, values: readonly JsonValue[], breaches: Breach[]): void {
  const { items } = field;
  if (items === undefined) return;
  for (const [index, value] of values.entries()) {
    const found: Breach[] = [];
    checkValue(itemAt(items, index), value ?? null, found);
    for (const breach of found) breaches.push(insideItem(breach, field, index));
  }
}

function itemAt({ named, unnamed }: CompiledItems, index: number): CompiledField {
  return named?.get(index) ?? unnamed;
}

function insideItem(breach: Breach, array: CompiledField, index: number): Breach {
  return {
    ...breach,
    field: `${array.field}[${index}]${breach.field}`,
    path: [...array.path, index, ...breach.path],
  };
}
