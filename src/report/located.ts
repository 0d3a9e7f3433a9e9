import type { CheckResult, FoundViolation, ViolationPlace } from '../check/report.ts';

/** The first violations of a check, each with its place. */
export function* located(
  { violations, locate }: CheckResult,
  most: number = violations.length,
): Generator<readonly [FoundViolation, ViolationPlace]> {
  const some = violations.slice(0, most);
  let index = 0;
  for (const place of locate(some)) {
    const violation = some[index++];
    if (violation !== undefined) yield [violation, place];
  }
}
