import type { CheckResult, FoundViolation } from '../check/report.ts';

/** Violations of one check that are the same but for the event and the place in an array. */
export interface Group {
  /** With indices erased: `lines[].sku`. */
  readonly field: string;
  readonly kind: FoundViolation['kind'];
  /** In the order of the events. */
  readonly violations: readonly FoundViolation[];
  /** How many events have one. */
  readonly events: number;
}

/** Groups in the order of their first violation. */
export function groupViolations(check: CheckResult): Group[] {
  const groups = new Map<string, { field: string; violations: FoundViolation[]; events: number; last: number }>();
  for (const violation of check.violations) {
    const field = violation.field.includes('[') ? violation.field.replace(/\[\d+\]/g, '[]') : violation.field;
    const key = `${violation.kind} ${field}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { field, violations: [], events: 0, last: -1 };
      groups.set(key, group);
    }
    group.violations.push(violation);
    if (violation.record !== group.last) group.events++;
    group.last = violation.record;
  }
  return [...groups.values()].map(({ field, violations, events }) => ({
    field,
    kind: violations[0]?.kind ?? 'invalid_json',
    violations,
    events,
  }));
}
