import { emptyReport } from '../check/report.ts';
import type { Environment, ExitCode } from './environment.ts';
import { options } from './options.ts';
import { writeReport } from './write-report.ts';

/** What a wrong command line gets: one sentence to stderr, or a report where it asks for one that a machine reads. */
export function refuse(message: string, argv: readonly string[], environment: Environment): ExitCode {
  const format = formatIn(argv);
  if (format === undefined || format === 'human') {
    environment.stderr.write(`contractgate-hook: ${message}\n`);
    return 2;
  }
  return writeReport(emptyReport('none', [{ code: 'usage', message }]), { format }, environment);
}

/** The format that a command line asks for, as far as one that cannot be parsed can be understood. */
function formatIn(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((argument) => /^--format(=|$)/.test(argument));
  const [, value = argv[at + 1]] = /^--format=(.*)$/s.exec(argv[at] ?? '') ?? [];
  return at === -1 ? undefined : options.format.choices.find((choice) => choice === value);
}
