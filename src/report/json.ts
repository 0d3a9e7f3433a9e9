import type { CheckResult, FoundViolation, Report, ViolationPlace } from '../check/report.ts';
import type { JsonPath } from '../json-value.ts';
import { version } from '../version.ts';
import { summarize } from './summary.ts';

/** One JSON object, as templates/schemas/report.json describes it. */
export function reportJson(report: Report): string {
  const { snapshot, checks, problems, findings } = report;
  const document = {
    schemaVersion: 1,
    tool: { name: 'contractgate-hook', version },
    snapshot,
    summary: summarize(report),
    checks: checks.map(checkJson),
    problems,
    lint: findings,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function checkJson(check: CheckResult): object {
  const { violations, locate, ...rest } = check;
  const places = locate(violations);
  return { ...rest, violations: violations.map((violation, index) => violationJson(violation, places[index])) };
}

function violationJson(violation: FoundViolation, place: ViolationPlace | undefined): object {
  const { field, kind, message, record } = violation;
  return {
    field,
    kind,
    message,
    record,
    ...(place && {
      line: place.start.line,
      column: place.start.column,
      endLine: place.end.line,
      endColumn: place.end.column,
      pointer: jsonPointer(place.path),
      ...(place.contract && { contractLine: place.contract.line, contractColumn: place.contract.column }),
    }),
  };
}

/** RFC 6901. */
function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
