import type { Problem } from '../problem.ts';
import { comparePaths } from '../snapshot/snapshot.ts';
import { emptyReport } from './report.ts';
import type { CheckResult, Report } from './report.ts';

/**
 * What one run would have found that made all the checks. What the parts share (the mapping file, contracts, lint) every part
 * has told; it counts once, and so does a file that several tell of. The duration is that of the longest.
 */
export function mergeReports(reports: readonly Report[]): Report {
  const [first] = reports;
  const problems = union(reports.map((report) => report.problems));
  return {
    ...emptyReport(first?.snapshot ?? 'worktree'),
    checks: distinctFiles(reports.flatMap(({ checks }) => checks)).sort(asPlanned),
    problems: [
      ...problems.filter((problem) => !isOfFixture(problem)),
      ...problems.filter(isOfFixture).sort((a, b) => comparePaths(a.file ?? '', b.file ?? '')),
    ],
    linted: Math.max(0, ...reports.map(({ linted }) => linted)),
    findings: union(reports.map(({ findings }) => findings)),
    durationMs: Math.max(0, ...reports.map(({ durationMs }) => durationMs)),
  };
}

function distinctFiles(checks: readonly CheckResult[]): CheckResult[] {
  const first = new Map<string, CheckResult>();
  for (const check of checks) if (!first.has(check.file)) first.set(check.file, check);
  return [...first.values()];
}

/** First what was selected, then what fan-out brought in, both in git's order. */
function asPlanned(a: CheckResult, b: CheckResult): number {
  return Number(a.because !== undefined) - Number(b.because !== undefined) || comparePaths(a.file, b.file);
}

function isOfFixture({ code }: Problem): boolean {
  return code === 'fixture';
}

/** Everything in any of the lists, as often as the list has it that has it most often. */
function union<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const whole: Item[] = [];
  const counts = new Map<string, number>();
  for (const list of lists) {
    const here = new Map<string, number>();
    for (const item of list) {
      const name = JSON.stringify(item);
      const count = (here.get(name) ?? 0) + 1;
      here.set(name, count);
      if (count <= (counts.get(name) ?? 0)) continue;
      counts.set(name, count);
      whole.push(item);
    }
  }
  return whole;
}
