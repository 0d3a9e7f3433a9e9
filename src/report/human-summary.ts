import type { LintFinding, Report } from '../check/report.ts';
import type { Style } from './style.ts';
import { summarize } from './summary.ts';
import { plural } from './words.ts';

/** One line: what was looked at, what came of it, and how long it took. */
export function summaryText(report: Report, { colors }: Style): string {
  const { files, failed, violations, known = 0, problems, findings } = summarize(report);
  const verdict =
    failed > 0 ? colors.red(`${plural(violations, 'violation')} in ${plural(failed, 'file')}`) : undefined;
  const unchecked = problems > 0 ? colors.red(plural(problems, 'problem')) : undefined;
  const good =
    failed === 0 && problems === 0 && files > 0 ? colors.green(known > 0 ? 'nothing new' : 'all hold') : undefined;
  const lint = findings > 0 ? findingCounts(report.findings) : undefined;
  const put = known > 0 ? plural(known, 'known violation') : undefined;
  const outcome = [verdict, unchecked, good, put, lint].filter((part) => part !== undefined).join(', ');
  const time = colors.dim(`(${timeText(report.durationMs)})`);
  return `contractgate-hook: ${workText(report)}${outcome === '' ? '' : `: ${outcome}`} ${time}\n`;
}

function timeText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `7 events in 3 files checked against 3 contracts` */
export function workText(report: Report): string {
  const { files, events, linted, problems } = summarize(report);
  if (files === 0) {
    if (linted > 0) return `${plural(linted, 'contract')} linted`;
    return problems > 0 ? 'nothing was checked' : 'nothing was checked, since no file that is mapped was selected';
  }
  const contracts = new Set(report.checks.map((check) => check.contract)).size;
  return `${plural(events, 'event')} in ${plural(files, 'file')} checked against ${plural(contracts, 'contract')}`;
}

function findingCounts(findings: readonly LintFinding[]): string {
  const severities = ['error', 'warning', 'note'] as const;
  return severities
    .map((severity) => plural(findings.filter((finding) => finding.severity === severity).length, severity))
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}
