import picocolors from 'picocolors';
import type { Report } from '../check/report.ts';
import { reportHuman } from '../report/human.ts';
import { reportJson } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import { exitCodeOf } from '../report/summary.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Options } from './options.ts';

/** The report to stdout in the format that was asked for, notes to stderr; the answer is its exit code. */
export function writeReport(report: Report, options: Options, environment: Environment): ExitCode {
  for (const note of report.notes) environment.stderr.write(`note: ${printable(note)}\n`);
  environment.stdout.write(render(report, options.format, environment));
  return exitCodeOf(report);
}

function render(report: Report, format: string | undefined, { env, stdout }: Environment): string {
  if (format === 'json') return reportJson(report);
  const colors = picocolors.createColors(wantsColors(env, stdout.isTTY ?? false));
  return reportHuman(report, { colors, width: stdout.columns ?? 120 });
}

/** https://no-color.org, https://force-color.org */
function wantsColors(env: Environment['env'], isTerminal: boolean): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
