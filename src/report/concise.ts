import type { Report } from '../check/report.ts';
import { entriesOf, placeText } from './entries.ts';
import type { Entry } from './entries.ts';
import { printable } from './printable.ts';
import { plural } from './words.ts';

/**
 * `path:line:col: kind field: message`, one line each and nothing else, for editors and for grep. Findings have their severity
 * in the place of the field, problems the word `problem`.
 */
export function* reportConcise(report: Report): Generator<string> {
  for (const entry of entriesOf(report)) yield `${conciseLine(entry)}\n`;
  for (const { file, omitted = [] } of report.checks) {
    for (const { kind, field, violations } of omitted) {
      yield `${printable(`${file}: ${kind} ${field}: ${plural(violations, 'more violation')}`)}\n`;
    }
  }
}

export function conciseLine(entry: Entry): string {
  const { file = 'contractgate-hook', rule, message, hint } = entry;
  const where = [file, placeText(entry)].filter((part) => part !== '').join(':');
  const text = hint === undefined ? message : `${message} (${hint})`;
  return printable(`${where}: ${rule} ${subject(entry)}: ${text.replaceAll('\n', ' ')}`);
}

function subject({ of, severity, violation }: Entry): string {
  return violation?.field ?? (of === 'finding' ? severity : of);
}
