import { erased } from '../check/kept-violations.ts';
import type { CheckResult, FoundKind, FoundViolation } from '../check/report.ts';

/** Violations of one check that are the same but for the event and the place in an array. */
export interface Group {
  /** With indices erased: `lines[].sku`. */
  readonly field: string;
  readonly kind: FoundKind;
  /** The first of them, in the order of the events. */
  readonly samples: readonly FoundViolation[];
  /** How many there are. */
  readonly violations: number;
  /** How many events have one. */
  readonly events: number;
}

interface GrowingGroup extends Group {
  readonly samples: FoundViolation[];
  violations: number;
  events: number;
  last: number;
}

/** Groups in the order of their first violation, each with at most so many samples. */
export function groupViolations(
  { violations, omitted = [] }: Pick<CheckResult, 'violations' | 'omitted'>,
  samplesPerGroup: number,
): readonly Group[] {
  const groups = new Map<string, GrowingGroup>();
  const groupOf = (kind: FoundKind, field: string): GrowingGroup => {
    const key = `${kind} ${field}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { field, kind, samples: [], violations: 0, events: 0, last: -1 };
      groups.set(key, group);
    }
    return group;
  };
  for (const violation of violations) {
    const { kind, record } = violation;
    const group = groupOf(kind, erased(violation.field));
    if (group.samples.length < samplesPerGroup) group.samples.push(violation);
    group.violations++;
    if (record !== group.last) group.events++;
    group.last = record;
  }
  for (const { kind, field, violations: more, events } of omitted) {
    const group = groupOf(kind, field);
    group.violations += more;
    group.events += events;
  }
  return [...groups.values()];
}

/** What is wrong, in a word or two for the head of a group. */
export const kindWords: { readonly [kind in FoundKind]: string } = {
  missing_required_field: 'missing',
  type_mismatch: 'of the wrong type',
  pattern_mismatch: 'against its pattern',
  enum_violation: 'not an allowed value',
  range_violation: 'out of range',
  length_violation: 'of the wrong length',
  metric_range_violation: 'out of the range of its metric',
  unknown_field: 'unknown',
  undeclared_field: 'not declared',
  leakage_violation: 'leaking',
  completeness_violation: 'incomplete',
  freshness_violation: 'not fresh',
  uniqueness_violation: 'not unique',
  invalid_json: 'unreadable',
  missing_event: 'not where `select` looks',
  unexpected_pass: 'passed but should fail',
  unexpected_violation: 'failed in another way',
};
