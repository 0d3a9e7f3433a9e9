import { countViolations } from '../check/report.ts';
import type { CheckResult, Report } from '../check/report.ts';
import type { Problem } from '../problem.ts';
import { findingBlocks } from './findings.ts';
import { checkLines } from './human-check.ts';
import { summaryText } from './human-summary.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { count, firstOf, plural } from './words.ts';

/** How many files are shown with all that is wrong with them, then with their number of violations; the others are counted. */
const filesInFull = 20;
const filesInShort = 30;

/** For the person whose commit was refused: which file, which line, what is wrong, and which rule says so. */
export function reportHuman(report: Report, style: Style): string {
  const failed = report.checks.filter((check) => !check.passed);
  const blocks = [
    ...failed.slice(0, filesInFull).map((check) => `${checkLines(check, style).join('\n')}\n`),
    ...otherFiles(failed.slice(filesInFull), style),
    ...findingBlocks(report.findings, style),
    ...report.problems.map((problem) => problemText(problem, style)),
    summaryText(report, style),
  ];
  return blocks.join('\n');
}

function otherFiles(failed: readonly CheckResult[], { colors, link, path }: Style): string[] {
  if (failed.length === 0) return [];
  const { shown, hidden } = firstOf(failed, filesInShort);
  const lines = shown.map((check) => {
    const { file, failedEvents, events } = check;
    const share = `${plural(countViolations(check), 'violation')} in ${count(failedEvents)} of ${plural(events, 'event')}`;
    return `${link(colors.bold(printable(path(file))), file)}: ${share}`;
  });
  if (hidden.length > 0) lines.push(colors.dim(`… and ${plural(hidden.length, 'more file')}`));
  lines.push(`  ${colors.dim('→')} --format concise lists every violation`);
  return [`${lines.join('\n')}\n`];
}

function problemText({ file, line, column, message, hint }: Problem, { colors, path }: Style): string {
  const place = [file && printable(path(file)), line, column]
    .filter((part) => part !== undefined && part !== '')
    .join(':');
  const [first = '', ...more] = message.split('\n').map(printable);
  const lines = [`${colors.red('could not check')}${place === '' ? '' : ` ${colors.bold(place)}`}: ${first}`];
  lines.push(...more.map((each) => `    ${each}`));
  if (hint !== undefined) lines.push(`  ${colors.dim('→')} ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}
