import type { Contract } from '../contract/contract.ts';
import type { JsonValue } from '../json-value.ts';
import { pathReader } from './checks/member.ts';
import { jsonText } from './json-text.ts';
import type { Breach } from './violation.ts';

/**
 * What remembers the values of a batch, event by event. Gives the breach of each rule that this event repeats, with the
 * number that the first event of the same value came with.
 */
export type UniquenessTracker = (event: JsonValue, number?: number) => readonly Breach[];

/**
 * `type: uniqueness` (`check_uniqueness_batch`): the second and later events with the same value violate; absent and null
 * values are not compared. One tracker per batch. Undefined for a contract without such a rule.
 *
 * The gateway goes rule by rule and then event by event; a tracker goes event by event. Per event the order is the same.
 */
export function trackUniqueness(contract: Contract): UniquenessTracker | undefined {
  const rules = contract.quality
    .filter((rule) => rule.type === 'uniqueness')
    .map(({ field, at }) => {
      const path = field.split('.');
      return {
        place: { field, path, at: at['field'] },
        read: pathReader(path),
        seen: new Map<string, number | undefined>(),
      };
    });
  if (rules.length === 0) return undefined;
  return (event, number) => {
    const breaches: Breach[] = [];
    for (const { place, read, seen } of rules) {
      const value = read(event);
      if (value === undefined || value === null) continue;
      const key = jsonText(value);
      if (seen.has(key)) breaches.push({ rule: 'unique', ...place, value, first: seen.get(key) });
      else seen.set(key, number);
    }
    return breaches;
  };
}
