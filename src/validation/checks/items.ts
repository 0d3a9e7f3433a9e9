import type { JsonValue } from '../../json-value.ts';
import type { Breach, Place } from '../violation.ts';
import type { Check } from './check.ts';

/**
 * `items`: every element of an array (`validate_value`). The element's own check words its places relative to the element;
 * what it found gets the array's place in front, so that arrays without violations cost no paths.
 *
 * `named` has the checks of the elements that differ from the rest, by index.
 */
export function itemsCheck(
  unnamed: Check | undefined,
  named: ReadonlyMap<number, Check | undefined>,
  place: Place,
): Check<readonly JsonValue[]> {
  return (values, breaches) => {
    for (let index = 0; index < values.length; index++) {
      const check = named.size > 0 && named.has(index) ? named.get(index) : unnamed;
      const found = breaches.length;
      check?.(values[index] ?? null, breaches);
      for (let each = found; each < breaches.length; each++) {
        const breach = breaches[each];
        if (breach !== undefined) breaches[each] = insideItem(breach, place, index);
      }
    }
  };
}

function insideItem(breach: Breach, array: Place, index: number): Breach {
  return {
    ...breach,
    field: `${array.field}[${index}]${breach.field}`,
    path: [...array.path, index, ...breach.path],
  };
}
