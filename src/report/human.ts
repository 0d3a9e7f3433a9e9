import type { Colors } from 'picocolors/types.js';
import type { CheckResult, FoundViolation, LintFinding, Report, ViolationPlace } from '../check/report.ts';
import type { Problem } from '../problem.ts';
import { findingBlocks } from './findings.ts';
import { frame } from './frame.ts';
import type { FrameOptions } from './frame.ts';
import { groupViolations } from './group.ts';
import type { Group } from './group.ts';
import { printable } from './printable.ts';
import { summarize } from './summary.ts';

export interface HumanOptions {
  readonly colors: Colors;
  /** Columns. */
  readonly width: number;
}

/** How many violations of a group are shown one by one; the others are counted. */
const samplesPerGroup = 3;
/** How many groups of a file are shown; the others are counted. */
const groupsPerFile = 20;

/** For the person whose commit was refused: which file, which line, what is wrong, and which rule says so. */
export function reportHuman(report: Report, { colors, width }: HumanOptions): string {
  const failed = report.checks.filter((check) => !check.passed);
  const blocks = [
    ...failed.map((check) => checkText(check, colors, width)),
    ...findingBlocks(report.findings, colors),
    ...report.problems.map((problem) => problemText(problem, colors)),
    summaryText(report, colors),
  ];
  return blocks.join('\n');
}

function checkText(check: CheckResult, colors: Colors, width: number): string {
  const groups = groupViolations(check);
  const shown = groups.slice(0, groupsPerFile);
  const hidden = groups.slice(groupsPerFile);
  const samples = shown.map((group) => group.violations.slice(0, samplesPerGroup));
  const places = check.locate(samples.flat());
  const lines = [heading(check, colors)];
  let next = 0;
  for (const [index, group] of shown.entries()) {
    const placed = (samples[index] ?? []).map((violation) => ({ violation, place: places[next++] }));
    lines.push('', ...groupLines(group, placed, check, colors, width));
  }
  if (hidden.length > 0) {
    const count = hidden.reduce((sum, group) => sum + group.violations.length, 0);
    lines.push(
      '',
      `  ${colors.dim(`… and ${plural(count, 'more violation')} of ${plural(hidden.length, 'other kind')}`)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function heading(
  { file, contract, contractName, contractVersion, because, expect }: CheckResult,
  colors: Colors,
): string {
  const by = printable(`${contract} (${contractName} ${contractVersion})`);
  const parts = [`${colors.bold(colors.underline(printable(file)))} ${colors.dim('breaks')} ${by}`];
  if (expect === 'fail') parts.push(colors.dim('and is expected to fail'));
  if (because !== undefined) parts.push(colors.dim(`— checked because ${printable(because)}`));
  return parts.join(' ');
}

interface Placed {
  readonly violation: FoundViolation;
  readonly place: ViolationPlace | undefined;
}

function groupLines(
  group: Group,
  samples: readonly Placed[],
  check: CheckResult,
  colors: Colors,
  width: number,
): string[] {
  const lines: string[] = [];
  const { violations, events, field, kind } = group;
  if (violations.length > samples.length) {
    const share = `${count(events)} of ${plural(check.events, 'event')}`;
    lines.push(`  ${colors.red(kind)} ${colors.bold(printable(field))}: ${share}, the first ${samples.length}:`);
  }
  const options: FrameOptions = { width: width - 4, colors };
  for (const { violation, place } of samples) {
    const where = place === undefined ? '' : `${place.start.line}:${place.start.column}`;
    lines.push(`  ${colors.cyan(where)} ${printable(violation.message)} ${colors.dim(violation.kind)}`);
    if (place?.frame !== undefined) {
      lines.push(...indent(frame(place.frame, place.start, place.end, options)));
    }
  }
  const rule = samples[0]?.place;
  if (rule?.contract !== undefined && rule.contractText !== undefined) {
    const { contract, contractText } = rule;
    const end = { line: contract.line, column: lineLength(contractText, contract.line) };
    lines.push(`  ${colors.dim(`${printable(check.contract)}:${contract.line}:${contract.column}`)}`);
    const contractFrame = frame({ text: contractText, line: 1 }, contract, end, options);
    lines.push(...indent(contractFrame.slice(0, 1)));
  }
  return lines;
}

function lineLength(text: string, line: number): number {
  return (text.split('\n', line)[line - 1]?.length ?? 0) + 1;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}

function problemText({ file, line, column, message, hint }: Problem, colors: Colors): string {
  const place = [file && printable(file), line, column].filter((part) => part !== undefined && part !== '').join(':');
  const [first = '', ...more] = message.split('\n').map(printable);
  const lines = [`${colors.red('could not check')}${place === '' ? '' : ` ${colors.bold(place)}`}: ${first}`];
  lines.push(...indent(more));
  if (hint !== undefined) lines.push(`  ${colors.dim('→')} ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

function summaryText(report: Report, colors: Colors): string {
  const { files, failed, violations, problems, findings, durationMs } = summarize(report);
  const verdict =
    failed > 0 ? colors.red(`${plural(violations, 'violation')} in ${plural(failed, 'file')}`) : undefined;
  const unchecked = problems > 0 ? colors.red(plural(problems, 'problem')) : undefined;
  const good = failed === 0 && problems === 0 && files > 0 ? colors.green('all hold') : undefined;
  const lint = findings > 0 ? findingCounts(report.findings) : undefined;
  const outcome = [verdict, unchecked, good, lint].filter((part) => part !== undefined).join(', ');
  return `contractgate-hook: ${workText(report)}${outcome === '' ? '' : `: ${outcome}`} ${colors.dim(`(${Math.round(durationMs)} ms)`)}\n`;
}

function workText(report: Report): string {
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

function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
