import { emptyReport } from '../../check/report.ts';
import type { Report } from '../../check/report.ts';
import { runChecks } from '../../check/run-checks.ts';
import type { Selection } from '../../check/selection.ts';
import type { Problem } from '../../problem.ts';
import { isHook } from '../environment.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { openMemory } from '../memory.ts';
import type { Options } from '../options.ts';
import { progressLine } from '../progress-line.ts';
import { fromRoot, select } from '../select.ts';
import type { Selected } from '../select.ts';
import { parseShard } from '../shard.ts';
import { isCi } from '../terminal.ts';
import { writeReport } from '../write-report.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';

/** `check`: what is selected, checked and reported. */
export async function run(options: Options, files: readonly string[], environment: Environment): Promise<ExitCode> {
  const { report, root } = await check(options, files, environment);
  return writeReport(report, options, environment, root);
}

interface Checked {
  readonly report: Report;
  /** The folder that its paths lead from. */
  readonly root?: string;
}

async function check(options: Options, files: readonly string[], environment: Environment): Promise<Checked> {
  let selected: Selected;
  try {
    selected = await select(options, files, environment);
  } catch (error) {
    return { report: emptyReport('index', [snapshotProblem(error)]) };
  }
  const { selection, problems, root, repository } = selected;
  const memory = options['no-cache'] || repository === undefined ? undefined : openMemory(repository);
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  const progress = progressLine(environment);
  try {
    const checked = await runChecks(selection, {
      showValues: options['show-values'] ?? false,
      strict: options.strict ?? false,
      ...(options.config !== undefined && { configPath: fromRoot(options.config, environment.cwd, root) }),
      ...(memory && { memory }),
      ...(shard && { shard }),
      ...(progress && { onProgress: progress.show }),
      ...(environment.killable && { killable: environment.killable }),
      ...(options.threads !== undefined && { threads: Number(options.threads) }),
      ...(options['max-file-size'] !== undefined && { maxFileSize: Number(options['max-file-size']) }),
    });
    const all = { ...checked, problems: [...problems, ...checked.problems] };
    return { report: withEmptiness(all, selection, options, environment), root };
  } finally {
    progress?.clear();
    await selection.snapshot.close();
    memory?.verdicts.keep();
    memory?.parsed.keep();
  }
}

/** A commit that changes nothing is fine; a CI job that can check nothing is a job that was set up wrongly. */
function withEmptiness(
  report: Report,
  { files, changes }: Selection,
  options: Options,
  environment: Environment,
): Report {
  const { env } = environment;
  const isEmpty = files === 'all' ? report.checks.length === 0 : files.length === 0 && changes.length === 0;
  const inCi = isCi(env);
  // A hook looks at what there is; so does a range, which may well be empty.
  const isRange = (options['from-ref'] ?? options.since) !== undefined;
  // If there is anything at all, the first shard has some of it.
  const isLaterShard = (report.shard?.index ?? 1) > 1;
  const isMeant = isHook(environment) || isLaterShard || isRange || options['allow-empty'];
  if (!isEmpty || !inCi || isMeant || report.problems.length > 0) return report;
  const problem: Problem =
    files === 'all'
      ? {
          code: 'empty',
          message: 'no mapping matches any file (CI is set)',
          hint: 'Check the globs of the mapping file; --allow-empty accepts this.',
        }
      : {
          code: 'empty',
          message: 'nothing is selected (CI is set)',
          hint: 'In CI, use --from-ref origin/main for what a branch changes, or --all; --allow-empty accepts this.',
        };
  return { ...report, problems: [problem] };
}
