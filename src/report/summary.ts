import { countViolations } from '../check/report.ts';
import type { Report } from '../check/report.ts';

/** Counts over a whole run. `passed` and `failed` count fixtures. */
export interface Summary {
  readonly files: number;
  readonly events: number;
  readonly passed: number;
  readonly failed: number;
  readonly violations: number;
  /** Violations that the baseline knows; absent for none. */
  readonly known?: number;
  readonly problems: number;
  /** Contracts linted, and what was found in them. */
  readonly linted: number;
  readonly findings: number;
  /** Milliseconds, rounded to a thousandth. */
  readonly durationMs: number;
}

export function summarize({ checks, problems, linted, findings, durationMs }: Report): Summary {
  let events = 0;
  let passed = 0;
  let violations = 0;
  let known = 0;
  for (const check of checks) {
    events += check.events;
    violations += countViolations(check);
    known += check.known ?? 0;
    if (check.passed) passed++;
  }
  return {
    files: checks.length,
    events,
    passed,
    failed: checks.length - passed,
    violations,
    ...(known > 0 && { known }),
    problems: problems.length,
    linted,
    findings: findings.length,
    durationMs: Math.round(durationMs * 1000) / 1000,
  };
}

/** 2: could not check everything. 1: everything was checked, and something violates. 0: all holds. */
export function exitCodeOf({
  checks,
  problems,
  findings,
}: Pick<Report, 'checks' | 'problems' | 'findings'>): 0 | 1 | 2 {
  if (problems.length > 0) return 2;
  return checks.every((check) => check.passed) && findings.every(({ severity }) => severity !== 'error') ? 0 : 1;
}
