import { emptyReport } from '../check/report.ts';
import type { Report } from '../check/report.ts';
import { runChecks } from '../check/run-checks.ts';
import type { Problem } from '../problem.ts';
import { SnapshotError } from '../snapshot/snapshot.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Options } from './options.ts';
import { fromRoot, select } from './select.ts';
import type { Selected } from './select.ts';
import { writeReport } from './write-report.ts';

/** `check`: what is selected, checked and reported. */
export async function checkCommand(
  options: Options,
  files: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  return writeReport(await check(options, files, environment), options, environment);
}

async function check(options: Options, files: readonly string[], environment: Environment): Promise<Report> {
  let selected: Selected;
  try {
    selected = await select(options, files, environment);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return failed({ code: 'snapshot', message: error.message, ...(error.hint !== undefined && { hint: error.hint }) });
  }
  const { selection, problems, root } = selected;
  try {
    if (
      selection.files.length === 0 &&
      selection.files !== 'all' &&
      problems.length === 0 &&
      selection.changes.length === 0
    ) {
      return nothingSelected(options, environment, selection.snapshot.name);
    }
    const report = await runChecks(selection, {
      showValues: options['show-values'] ?? false,
      strict: options.strict ?? false,
      ...(options.config !== undefined && { configPath: fromRoot(options.config, environment.cwd, root) }),
      ...(options['max-file-size'] !== undefined && { maxFileSize: Number(options['max-file-size']) }),
    });
    return { ...report, problems: [...problems, ...report.problems] };
  } finally {
    await selection.snapshot.close();
  }
}

/** A commit that changes nothing is fine; a CI job that checks nothing is a job that was set up wrongly. */
function nothingSelected(options: Options, { env }: Environment, snapshot: string): Report {
  const inCi = (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
  if (!inCi || options['allow-empty']) return emptyReport(snapshot);
  return failed(
    {
      code: 'empty',
      message: 'nothing is selected, so nothing would be checked (CI is set)',
      hint: 'In CI, use --from-ref origin/main for what a branch changes, or --all; --allow-empty accepts this.',
    },
    snapshot,
  );
}

function failed(problem: Problem, snapshot = 'index'): Report {
  return emptyReport(snapshot, [problem]);
}
