import type { Report } from '../check/report.ts';
import { workText } from './human-summary.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { groupViolations } from './group.ts';
import { printable } from './printable.ts';
import { summarize } from './summary.ts';
import { plural } from './words.ts';

/**
 * GitHub shows ten annotations of each kind for a step and drops the others in silence, so the tenth says how many those are:
 * https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
const shownPerKind = 9;

/** Workflow commands that annotate a pull request, and one line for the log. */
export function* reportGithub(report: Report): Generator<string> {
  const shown = { error: 0, warning: 0, note: 0 };
  for (const entry of annotated(report)) {
    if (shown[entry.severity]++ < shownPerKind) yield annotation(entry);
  }
  const totals = countsOf(report);
  for (const severity of ['error', 'warning', 'note'] as const) {
    const more = totals[severity] - Math.min(shown[severity], shownPerKind);
    const message = `${plural(more, `more ${severity}`)} not annotated, since GitHub shows ten: see the summary of the step`;
    if (more > 0) yield command(severity, { title: 'contractgate-hook' }, message);
  }
  const { violations, problems } = summarize(report);
  yield `contractgate-hook: ${workText(report)}: ${plural(violations, 'violation')}, ${plural(problems, 'problem')}\n`;
}

/** What is worth an annotation first: of each file one, then of each kind of violation in it, then the rest. */
function annotated(report: Report): Iterable<Entry> {
  const failed = report.checks.filter(({ passed }) => !passed).slice(0, shownPerKind);
  const wanted = alternating(
    failed.map((check) => alternating(groupViolations(check, shownPerKind).map(({ samples }) => samples))),
  );
  const chosen = new Set(wanted.slice(0, shownPerKind));
  const checks = failed.map((check) => ({ ...check, violations: check.violations.filter((one) => chosen.has(one)) }));
  return entriesOf({ ...report, checks });
}

/** The first item of each list, then the second of each, and so on. */
function alternating<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list.slice(round, round + 1))).flat();
}

function countsOf(report: Report): Record<Entry['severity'], number> {
  const { violations, problems } = summarize(report);
  const counts = { error: violations + problems, warning: 0, note: 0 };
  for (const { severity } of report.findings) counts[severity]++;
  return counts;
}

function annotation({
  severity,
  rule,
  file,
  line,
  column,
  endLine,
  endColumn,
  message,
  hint,
  violation,
}: Entry): string {
  const isOneLine = endLine === undefined || endLine === line;
  const properties = {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(endLine !== undefined && { endLine }),
    ...(column !== undefined && { col: column }),
    // GitHub takes columns within one line only.
    ...(isOneLine && endColumn !== undefined && { endColumn }),
    title: violation === undefined ? rule : `${rule} ${violation.field}`,
  };
  return command(severity, properties, hint === undefined ? message : `${message}\n${hint}`);
}

/** `::error file=a.json,line=1::message`: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function command(
  severity: Entry['severity'],
  properties: { readonly [name: string]: string | number },
  message: string,
): string {
  const name = severity === 'note' ? 'notice' : severity;
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return text.split('\n').map(printable).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
