import type { Found } from './found-violation.ts';
import type { FoundKind, OmittedViolations } from './report.ts';

/** Of one fixture: how many violations are kept whole. The others are counted, so that no file fills the memory. */
export const mostKept = 30_000;
/** Of the texts of their events, UTF-16 units. */
const mostText = 30_000_000;
/** What is still kept beyond that, of each kind on each field. */
const samplesBeyond = 3;
/** How many fields and kinds are told apart beyond that; the rest is counted by kind. */
const mostGroups = 1000;

interface Group extends OmittedViolations {
  samples: number;
  violations: number;
  events: number;
  /** The record of its last violation. */
  last: number;
}

/** The violations of one fixture. All are counted; the first are kept, and some of each kind on each field. */
export class KeptViolations {
  readonly kept: Found[] = [];
  #text = 0;
  #lastSource: object | undefined;
  #groups: Map<string, Group> | undefined;
  /** What was counted last: most often, the next is of the same kind on the same field. */
  #latest: { readonly kind: FoundKind; readonly field: string; readonly group: Group } | undefined;

  /** Whether there is room for a violation. Counts it where there is none: to be asked once for each, in the order of events. */
  hasRoomFor(kind: FoundKind, field: string, record: number): boolean {
    if (this.kept.length < mostKept && this.#text < mostText) return true;
    const latest = this.#latest;
    const isSame = latest !== undefined && latest.kind === kind && latest.field === field;
    const group = isSame ? latest.group : this.#groupOf(kind, field);
    if (!isSame) this.#latest = { kind, field, group };
    const isNewEvent = record !== group.last;
    group.last = record;
    if (group.samples < samplesBeyond && this.#text < 2 * mostText) {
      group.samples++;
      return true;
    }
    group.violations++;
    if (isNewEvent) group.events++;
    return false;
  }

  add(found: Found): void {
    this.kept.push(found);
    const { source } = 'fault' in found ? found.fault : found;
    if (source !== this.#lastSource) this.#text += source?.text.length ?? 0;
    this.#lastSource = source;
  }

  get omitted(): readonly OmittedViolations[] {
    const groups = [...(this.#groups?.values() ?? [])].filter(({ violations }) => violations > 0);
    return groups.map(({ kind, field, violations, events }) => ({ kind, field, violations, events }));
  }

  #groupOf(kind: FoundKind, field: string): Group {
    this.#groups ??= this.#groupsOfKept();
    const isKnown = this.#groups.size < mostGroups || this.#groups.has(keyOf(kind, erased(field)));
    return isKnown ? open(this.#groups, kind, erased(field), 0) : open(this.#groups, kind, '…', samplesBeyond);
  }

  #groupsOfKept(): Map<string, Group> {
    const groups = new Map<string, Group>();
    for (const { kind, field, record } of this.kept) {
      const group = open(groups, kind, erased(field), 0);
      group.samples++;
      group.last = record;
    }
    return groups;
  }
}

function open(groups: Map<string, Group>, kind: FoundKind, field: string, samples: number): Group {
  const key = keyOf(kind, field);
  let group = groups.get(key);
  if (group === undefined) {
    group = { kind, field, samples, violations: 0, events: 0, last: -1 };
    groups.set(key, group);
  }
  return group;
}

function keyOf(kind: FoundKind, field: string): string {
  return `${kind} ${field}`;
}

/** A field without the indices of the arrays above it: `lines[].sku`. */
export function erased(field: string): string {
  return field.includes('[') ? field.replace(/\[\d+\]/g, '[]') : field;
}
