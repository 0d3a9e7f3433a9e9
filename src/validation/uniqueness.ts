import type { Contract, KeyRange } from '../contract/contract.ts';
import type { JsonValue } from '../json-value.ts';
import { pathReader } from './checks/member.ts';
import { jsonText } from './json-text.ts';
import type { Breach, Place } from './violation.ts';

/** How much a rule of uniqueness may have to remember. */
export interface UniquenessLimit {
  readonly values: number;
  /** Characters of their JSON together. */
  readonly characters: number;
}

interface Rule {
  readonly place: Place & { readonly at: KeyRange | undefined };
  readonly read: (event: JsonValue) => JsonValue | undefined;
  /** By the JSON of each value, the number of the event that had it first. */
  readonly seen: Map<string, number | undefined>;
  characters: number;
}

/**
 * `type: uniqueness` (`check_uniqueness_batch`): the second and later events with the same value violate; absent and null
 * values are not compared. Remembers the values of one batch.
 *
 * The gateway goes rule by rule and then event by event; this goes event by event. Per event the order is the same.
 */
export class UniquenessTracker {
  readonly #rules: readonly Rule[];
  readonly #limit: UniquenessLimit | undefined;
  /** The field of a rule that has reached the limit: what it says from there on may be wrong. */
  full: string | undefined;

  /** Undefined for a contract without such a rule. */
  static for(contract: Contract, limit: UniquenessLimit | undefined): UniquenessTracker | undefined {
    const rules = contract.quality
      .filter((rule) => rule.type === 'uniqueness')
      .map(({ field, at }) => {
        const path = field.split('.');
        const place = { field, path, at: at['field'] };
        return { place, read: pathReader(path), seen: new Map<string, number | undefined>(), characters: 0 };
      });
    return rules.length === 0 ? undefined : new UniquenessTracker(rules, limit);
  }

  private constructor(rules: readonly Rule[], limit: UniquenessLimit | undefined) {
    this.#rules = rules;
    this.#limit = limit;
  }

  /**
   * What a value of this event repeats, with the number that came with the first event of that value; `onNew` is called where
   * it has a value that no event had before.
   */
  check(event: JsonValue, number?: number, onNew?: () => void): readonly Breach[] {
    const breaches: Breach[] = [];
    let isNew = false;
    for (const rule of this.#rules) {
      const value = rule.read(event);
      if (value === undefined || value === null) continue;
      const key = jsonText(value);
      if (rule.seen.has(key)) breaches.push({ rule: 'unique', ...rule.place, value, first: rule.seen.get(key) });
      else {
        this.#remember(rule, key, number);
        isNew = true;
      }
    }
    if (isNew) onNew?.();
    return breaches;
  }

  #remember(rule: Rule, key: string, number: number | undefined): void {
    rule.characters += key.length;
    const limit = this.#limit;
    if (limit !== undefined && (rule.seen.size >= limit.values || rule.characters > limit.characters)) {
      this.full ??= rule.place.field;
    } else {
      rule.seen.set(key, number);
    }
  }
}
