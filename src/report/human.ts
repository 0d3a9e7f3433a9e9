import { countViolations } from '../check/report.ts';
import type { CheckResult, LintFinding, Report } from '../check/report.ts';
import type { Problem } from '../problem.ts';
import { findingBlocks } from './findings.ts';
import { checkLines } from './human-check.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { summarize } from './summary.ts';
import { count, firstOf, plural } from './words.ts';

/** How many files are shown with all that is wrong with them, then with their number of violations; the others are counted. */
const filesInFull = 20;
const filesInShort = 30;

/** For the person whose commit was refused: which file, which line, what is wrong, and which rule says so. */
export function reportHuman(report: Report, style: Style): string {
  const { colors } = style;
  const failed = report.checks.filter((check) => !check.passed);
  const blocks = [
    ...failed.slice(0, filesInFull).map((check) => `${checkLines(check, style).join('\n')}\n`),
    ...otherFiles(failed.slice(filesInFull), style),
    ...findingBlocks(report.findings, colors),
    ...report.problems.map((problem) => problemText(problem, style)),
    summaryText(report, style),
  ];
  return blocks.join('\n');
}

function otherFiles(failed: readonly CheckResult[], { colors, link }: Style): string[] {
  if (failed.length === 0) return [];
  const { shown, hidden } = firstOf(failed, filesInShort);
  const lines = shown.map((check) => {
    const { file, failedEvents, events } = check;
    const share = `${plural(countViolations(check), 'violation')} in ${count(failedEvents)} of ${plural(events, 'event')}`;
    return `${link(colors.bold(printable(file)), file)}: ${share}`;
  });
  if (hidden.length > 0) lines.push(colors.dim(`… and ${plural(hidden.length, 'more file')}`));
  lines.push(`  ${colors.dim('→')} --format concise lists every violation`);
  return [`${lines.join('\n')}\n`];
}

function problemText({ file, line, column, message, hint }: Problem, { colors }: Style): string {
  const place = [file && printable(file), line, column].filter((part) => part !== undefined && part !== '').join(':');
  const [first = '', ...more] = message.split('\n').map(printable);
  const lines = [`${colors.red('could not check')}${place === '' ? '' : ` ${colors.bold(place)}`}: ${first}`];
  lines.push(...more.map((each) => `    ${each}`));
  if (hint !== undefined) lines.push(`  ${colors.dim('→')} ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

/** One line: what was looked at, what came of it, and how long it took. */
function summaryText(report: Report, { colors }: Style): string {
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
