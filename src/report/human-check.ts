import type { CheckResult, FoundViolation, ViolationPlace } from '../check/report.ts';
import { drawFrame } from './frame.ts';
import { groupViolations, kindWords } from './group.ts';
import type { Group } from './group.ts';
import { hintText } from './hint-text.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { count, firstOf, plural } from './words.ts';

/** How many groups of a file are shown; the others are counted. The first few have a sample, or several, with its frame. */
const groupsPerFile = 15;
const groupsInFull = 5;
const samplesPerGroup = 3;

/** All that is wrong with one fixture, in at most about fifty lines, whatever the number of its events. */
export function checkLines(check: CheckResult, style: Style): string[] {
  const { shown, hidden } = firstOf(groupViolations(check, samplesPerGroup), groupsPerFile);
  const places = [...check.locate(shown.flatMap(({ samples }) => samples))];
  const drawn = shown.length > samplesPerGroup ? 1 : samplesPerGroup;
  const lines = [heading(check, style)];
  let next = 0;
  for (const [index, group] of shown.entries()) {
    const placed = group.samples.map((violation) => ({ violation, place: places[next++] }));
    if (index < groupsInFull) lines.push('', ...groupLines(group, placed, drawn, check, style));
    else lines.push(...(index === groupsInFull ? [''] : []), shortLine(group, placed, check, style));
  }
  if (hidden.length > 0) {
    const more = hidden.reduce((sum, { violations }) => sum + violations, 0);
    const text = `… and ${plural(more, 'more violation')} of ${plural(hidden.length, 'other kind')}`;
    lines.push('', `  ${style.colors.dim(text)}`);
  }
  return lines;
}

function heading(check: CheckResult, { colors, link, path }: Style): string {
  const { file, contract, contractName, contractVersion, because, expect } = check;
  const by = `${link(printable(path(contract)), contract)} ${printable(`(${contractName} ${contractVersion})`)}`;
  const title = link(colors.bold(colors.underline(printable(path(file)))), file);
  const parts = [`${title} ${colors.dim('breaks')} ${by}`];
  if (expect === 'fail') parts.push(colors.dim('and is expected to fail'));
  if (because !== undefined) parts.push(colors.dim(`— checked because ${printable(because)}`));
  return parts.join(' ');
}

interface Placed {
  readonly violation: FoundViolation;
  readonly place: ViolationPlace | undefined;
}

/** `session_id missing: 9,812 of 10,000 events (lines 3, 7, 9, …) missing_required_field` */
function groupHead(group: Group, samples: readonly Placed[], { events }: CheckResult, { colors }: Style): string {
  const { field, kind } = group;
  const lines = [...new Set(samples.map(({ place }) => place?.start.line).filter((line) => line !== undefined))];
  const more = group.violations > samples.length ? ', …' : '';
  const where = `(${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more})`;
  const what = `${colors.bold(printable(field))} ${colors.red(kindWords[kind])}`;
  return `  ${what}: ${count(group.events)} of ${plural(events, 'event')} ${where} ${colors.dim(kind)}`;
}

function shortLine(group: Group, samples: readonly Placed[], check: CheckResult, style: Style): string {
  const [only] = samples;
  return group.violations === 1 && only !== undefined
    ? `  ${sampleLine(only, true, true, style)}`
    : groupHead(group, samples, check, style);
}

/** `3:7 Required field 'session_id' is missing missing_required_field`, or as much of it as is wanted. */
function sampleLine({ violation, place }: Placed, message: boolean, kind: boolean, { colors }: Style): string {
  const parts = [
    place && colors.cyan(`${place.start.line}:${place.start.column}`),
    message ? clip(printable(violation.message)) : undefined,
    kind ? colors.dim(violation.kind) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The head where there are several, then samples, then the rule that says so: nothing twice. */
function groupLines(
  group: Group,
  samples: readonly Placed[],
  drawn: number,
  check: CheckResult,
  style: Style,
): string[] {
  const { colors } = style;
  const isAlone = group.violations === 1;
  const lines = isAlone ? [] : [groupHead(group, samples, check, style)];
  let said: string | undefined;
  const hints = new Set<string>();
  for (const sample of samples.slice(0, drawn)) {
    const { violation, place } = sample;
    lines.push(`  ${sampleLine(sample, violation.message !== said, isAlone, style)}`);
    said = violation.message;
    if (place?.frame !== undefined)
      lines.push(...indent(drawFrame(place.frame(), place.start.line, true, inside(style))));
    for (const hint of hintsOf(place)) {
      if (!hints.has(hint)) lines.push(`    ${colors.dim('→')} ${colors.green(hint)}`);
      hints.add(hint);
    }
  }
  const rule = samples[0]?.place?.contract;
  if (rule !== undefined) {
    const { path, line, column } = rule;
    lines.push(`  ${style.link(colors.dim(`${printable(style.path(path))}:${line}:${column}`), path)}`);
    if (rule.frame !== undefined) lines.push(...indent(drawFrame(rule.frame(), line, false, inside(style))));
  }
  return lines;
}

function hintsOf(place: ViolationPlace | undefined): string[] {
  const { hint, first } = place ?? {};
  return [
    ...(hint === undefined ? [] : [clip(printable(hintText(hint)))]),
    ...(first === undefined ? [] : [`it is first at ${first.start.line}:${first.start.column}`]),
  ];
}

/** A sentence with a long value in it, cut in the middle. */
function clip(text: string): string {
  if (text.length <= 400) return text;
  const [start, end] = [text.slice(0, 250), text.slice(-100)];
  return `${start.toWellFormed()}… (${count(text.length - 350)} more characters) …${end.toWellFormed()}`;
}

function inside({ colors, width }: Style): { readonly colors: Style['colors']; readonly width: number } {
  return { colors, width: width - 4 };
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}
