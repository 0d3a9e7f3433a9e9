import type { CheckResult, FoundViolation, Report, ViolationPlace } from '../check/report.ts';
import { hintText } from './hint-text.ts';
import { jsonPointer } from './json-pointer.ts';
import { located } from './located.ts';

/** One thing that a report has to say, as formats want it that know of files, rules and messages only. */
export interface Entry {
  readonly severity: 'error' | 'warning' | 'note';
  /** A stable name: the kind of a violation, the rule of a finding, `could-not-check` with the code of a problem. */
  readonly rule: string;
  readonly of: 'violation' | 'finding' | 'problem';
  /** From the root. */
  readonly file?: string;
  /** 1-based; columns in UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
  /** A sentence about what would mend it. */
  readonly hint?: string;
  /** Of violations. */
  readonly violation?: {
    readonly check: CheckResult;
    readonly field: string;
    readonly pointer: string;
    readonly place: ViolationPlace;
  };
}

/** Everything, in the order of the report; what could not be checked first, since the rest may be missing for it. */
export function* entriesOf(report: Report): Generator<Entry> {
  for (const { code, file, line, column, message, hint } of report.problems) {
    yield {
      severity: 'error',
      rule: `could-not-check/${code}`,
      of: 'problem',
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      message,
      ...(hint !== undefined && { hint }),
    };
  }
  for (const check of report.checks) yield* violationEntries(check);
  for (const finding of report.findings) yield { of: 'finding', ...finding };
}

/** Of one fixture, or no more than so many of them. */
export function* violationEntries(check: CheckResult, most?: number): Generator<Entry> {
  for (const [violation, place] of located(check, most)) yield violationEntry(check, violation, place);
}

function violationEntry(check: CheckResult, violation: FoundViolation, place: ViolationPlace): Entry {
  const { kind, field, message } = violation;
  const hint = placeHint(place);
  return {
    severity: 'error',
    rule: kind,
    of: 'violation',
    file: check.file,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    message,
    ...(hint !== undefined && { hint }),
    violation: { check, field, pointer: jsonPointer(place.path), place },
  };
}

function placeHint({ hint, first }: ViolationPlace): string | undefined {
  if (hint !== undefined) return hintText(hint);
  return first && `it is first at ${first.start.line}:${first.start.column}`;
}

/** `42:7`, or as much of it as is known. */
export function placeText({ line, column }: Entry): string {
  return [line, column].filter((part) => part !== undefined).join(':');
}
