import type { Colors } from 'picocolors/types.js';
import type { LintFinding } from '../check/report.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** How many findings of a contract are shown; the others are counted. */
const findingsPerFile = 20;

/** A block for each contract: which key does not do what it says. */
export function findingBlocks(findings: readonly LintFinding[], { colors, path }: Style): string[] {
  const byFile = new Map<string, LintFinding[]>();
  for (const finding of findings) {
    const found = byFile.get(finding.file);
    if (found === undefined) byFile.set(finding.file, [finding]);
    else found.push(finding);
  }
  const blocks = [...byFile].map(([file, found]) => {
    const lines = found.slice(0, findingsPerFile).map((finding) => findingLine(finding, colors));
    if (found.length > lines.length) lines.push(`  ${colors.dim(`… and ${found.length - lines.length} more`)}`);
    const heading = `${colors.bold(colors.underline(printable(path(file))))} ${colors.dim('says what the gateway does not do')}`;
    return [heading, ...lines];
  });
  const hint = `  ${colors.dim('→')} contractgate-hook lint --explain RULE says more`;
  blocks.at(-1)?.push(hint);
  return blocks.map((lines) => `${lines.join('\n')}\n`);
}

function findingLine({ line, column, severity, message, rule }: LintFinding, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return `  ${colors.cyan(`${line}:${column}`)} ${paint(severity)} ${printable(message)} ${colors.dim(rule)}`;
}
