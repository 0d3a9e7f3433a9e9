import { emptyReport } from '../check/report.ts';
import type { Environment, ExitCode } from './environment.ts';
import { isFormat } from '../report/formats.ts';
import type { FormatName } from '../report/formats.ts';
import { writeReport } from './write-report.ts';

/** What a wrong command line gets: one sentence to stderr, or a report where it asks for one that a machine reads. */
export async function refuse(message: string, argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const format = formatIn(argv);
  if (format === undefined || format === 'human') {
    environment.stderr.write(`contractgate-hook: ${message}\n`);
    return 2;
  }
  return writeReport(emptyReport('none', [{ code: 'usage', message }]), { format: [format] }, environment);
}

/** The one format of stdout that a command line asks for, as far as one that cannot be parsed can be understood. */
function formatIn(argv: readonly string[]): FormatName | undefined {
  if (argv.includes('--json')) return 'json';
  const values = argv.map((argument, at) =>
    argument === '--format' ? argv[at + 1] : /^--format=(.*)$/s.exec(argument)?.[1],
  );
  const [format, ...others] = new Set(values.filter((value) => value !== undefined && isFormat(value)));
  return others.length === 0 ? format : undefined;
}
