import { countViolations } from '../check/report.ts';
import type { CheckResult, LintFinding, Report } from '../check/report.ts';
import { conciseLine } from './concise.ts';
import { entriesOf, violationEntries } from './entries.ts';
import type { Entry } from './entries.ts';
import { summarize } from './summary.ts';
import { plural } from './words.ts';
import { element } from './xml.ts';

/** How many violations of a file are told one by one; the others are counted. */
const violationsPerFile = 100;

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite per contract with a case per file, one for the contracts that were linted,
 * and one for what could not be checked. https://github.com/jenkinsci/xunit-plugin (junit-10.xsd)
 */
export function* reportJunit(report: Report): Generator<string> {
  const suites = [...contractSuites(report), ...lintSuite(report), ...problemSuite(report)];
  const sum = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((total, suite) => total + suite[key], 0);
  const totals = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') };
  const time = (summarize(report).durationMs / 1000).toFixed(3);
  const [start, end] = element('testsuites', { name: 'contractgate-hook', ...totals, time }, ['']).split('\n\n');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${start}\n`;
  for (const { name, tests, failures, errors, cases } of suites) {
    const counts = { tests, failures, errors, skipped: 0 };
    yield `${element('testsuite', { name, ...counts }, cases)}\n`;
  }
  yield `${end}\n`;
}

interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly cases: readonly string[];
}

function contractSuites({ checks }: Report): Suite[] {
  return [...grouped(checks, ({ contract }) => contract)].map(([name, some]) => ({
    name,
    tests: some.length,
    failures: some.filter(({ passed }) => !passed).length,
    errors: 0,
    cases: some.map(checkCase),
  }));
}

function checkCase(check: CheckResult): string {
  const { file, contractName, contractVersion, violations, failedEvents, events } = check;
  const attributes = { name: file, classname: `${contractName} ${contractVersion}`, file };
  if (violations.length === 0) return element('testcase', attributes);
  const lines = Array.from(violationEntries(check, violationsPerFile), (entry) => conciseLine(entry));
  const all = countViolations(check);
  const more = all - lines.length;
  if (more > 0) lines.push(`… and ${plural(more, 'more violation')}`);
  const message = `${plural(all, 'violation')} in ${failedEvents} of ${plural(events, 'event')}`;
  const type = [...new Set(violations.map(({ kind }) => kind))].join(' ');
  return element('testcase', attributes, [element('failure', { message, type }, lines.join('\n'))]);
}

function lintSuite(report: Report): Suite[] {
  const files = [...grouped(report.findings, ({ file }) => file)];
  if (files.length === 0) return [];
  const isError = ({ severity }: LintFinding): boolean => severity === 'error';
  const cases = files.map(([file, findings]) => {
    const lines = findings.map((finding) => conciseLine({ of: 'finding', ...finding })).join('\n');
    const message = plural(findings.length, 'finding');
    const content = findings.some(isError)
      ? element('failure', { message, type: 'lint' }, lines)
      : element('system-out', {}, lines);
    return element('testcase', { name: file, classname: 'lint', file }, [content]);
  });
  const failures = files.filter(([, findings]) => findings.some(isError)).length;
  return [{ name: 'lint', tests: cases.length, failures, errors: 0, cases }];
}

function problemSuite(report: Report): Suite[] {
  const problems: Entry[] = [...entriesOf({ ...report, checks: [], findings: [] })];
  if (problems.length === 0) return [];
  const cases = problems.map((entry) => {
    const { file, message, rule } = entry;
    const error = element('error', { message, type: rule }, conciseLine(entry));
    return element('testcase', { name: file ?? message, classname: 'could not check', file }, [error]);
  });
  return [{ name: 'could not check', tests: cases.length, failures: 0, errors: cases.length, cases }];
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
