import type { Report } from '../check/report.ts';
import { entriesOf, placeText } from './entries.ts';
import type { Entry } from './entries.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { plural } from './words.ts';

/**
 * `path:line:col: kind field: message`, one line each and nothing else, for editors and for grep. Findings have their severity
 * in the place of the field, problems the word `problem`.
 */
export function* reportConcise(report: Report, { path }: Pick<Style, 'path'>): Generator<string> {
  for (const entry of entriesOf(report)) yield `${conciseLine(entry, path)}\n`;
  for (const { file, omitted = [] } of report.checks) {
    for (const { kind, field, violations } of omitted) {
      yield `${printable(`${path(file)}: ${kind} ${field}: ${plural(violations, 'more violation')}`)}\n`;
    }
  }
}

export function conciseLine(entry: Entry, path: Style['path'] = (file) => file): string {
  const { file, rule, message, hint } = entry;
  const where = [file === undefined ? 'contractgate-hook' : path(file), placeText(entry)]
    .filter((part) => part !== '')
    .join(':');
  const text = hint === undefined ? message : `${message} (${hint})`;
  return printable(`${where}: ${rule} ${subject(entry)}: ${text.replaceAll('\n', ' ')}`);
}

function subject({ of, severity, violation }: Entry): string {
  return violation?.field ?? (of === 'finding' ? severity : of);
}
