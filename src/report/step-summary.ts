import type { Report } from '../check/report.ts';
import { workText } from './human-summary.ts';
import { groupViolations, kindWords } from './group.ts';
import { printable } from './printable.ts';
import { summarize } from './summary.ts';
import { count, plural } from './words.ts';

/** GitHub takes 1 MiB of summary from a step. */
const rows = 200;

/** What $GITHUB_STEP_SUMMARY gets: Markdown with a table of what is wrong. */
export function reportStepSummary(report: Report): string {
  const { violations, problems, findings } = summarize(report);
  const isGood = violations === 0 && problems === 0;
  const heading = isGood ? 'all hold' : `${plural(violations, 'violation')}, ${plural(problems, 'problem')}`;
  const lines = [`### contractgate-hook: ${heading}`, '', workText(report), ''];
  lines.push(...table(['file', 'contract', 'field', 'what', 'events'], groupRows(report)));
  const problemRows = report.problems.map(({ file = '', line, message }) => [
    code(line === undefined ? file : `${file}:${line}`),
    escaped(message),
  ]);
  lines.push(...table(['could not check', 'why'], problemRows));
  if (findings > 0) lines.push(`${plural(findings, 'finding')} in contracts (\`contractgate-hook lint\`)`, '');
  return `${lines.join('\n')}\n`;
}

function groupRows({ checks }: Report): string[][] {
  return checks.flatMap((check) =>
    groupViolations(check, 0).map(({ field, kind, events }) => [
      code(check.file),
      code(check.contract),
      code(field),
      escaped(kindWords[kind]),
      `${count(Math.min(events, check.events))} of ${count(check.events)}`,
    ]),
  );
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  if (body.length === 0) return [];
  const shown = body.slice(0, rows).map(row);
  const more = body.length > rows ? [`… and ${plural(body.length - rows, 'more row')}`, ''] : [];
  return [row(head), row(head.map(() => '---')), ...shown, '', ...more];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Markdown, HTML and the table's own bars are taken for what they are. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|!&~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escaped(text)}</code>`;
}
