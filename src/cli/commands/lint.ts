import { basename } from 'node:path';
import { emptyReport } from '../../check/report.ts';
import type { Report } from '../../check/report.ts';
import { runLint } from '../../check/run-lint.ts';
import { pathOf } from '../../check/selection.ts';
import { explainRule } from '../../lint/explain.ts';
import { rules } from '../../lint/rules.ts';
import { nearest } from '../../nearest.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { fromRoot, select } from '../select.ts';
import type { Selected } from '../select.ts';
import { writeReport } from '../write-report.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';

/** `lint`: what contracts say that the gateway does not do, or the page on a rule. */
export async function run(options: Options, files: readonly string[], environment: Environment): Promise<ExitCode> {
  if (options.explain !== undefined) return explain(options.explain, environment);
  const { report, root } = await lint(options, files, environment);
  return writeReport(report, options, environment, root);
}

function explain(name: string, { stdout, stderr }: Environment): ExitCode {
  const page = explainRule(name);
  if (page !== undefined) {
    stdout.write(page);
    return 0;
  }
  const near = nearest(name, Object.keys(rules));
  const hint = near === undefined ? 'contractgate-hook lint --help lists them.' : `Did you mean ${near}?`;
  stderr.write(`contractgate-hook: there is no rule ${name}. ${hint}\n`);
  return 2;
}

async function lint(
  options: Options,
  files: readonly string[],
  environment: Environment,
): Promise<{ readonly report: Report; readonly root?: string }> {
  let selected: Selected;
  try {
    // Without files, the whole worktree or index.
    selected = await select({ ...options, all: files.length === 0 }, files, environment);
  } catch (error) {
    return { report: emptyReport('worktree', [snapshotProblem(error)]) };
  }
  const { selection, problems, root } = selected;
  try {
    const given = selection.files === 'all' ? 'all' : selection.files.map(pathOf).filter(isContract(files));
    if (given !== 'all' && given.length === 0 && problems.length === 0) {
      const message = 'there is no contract to lint: the folders given hold no YAML files';
      return { report: emptyReport(selection.snapshot.name, [{ code: 'empty', message }]) };
    }
    const report = await runLint(selection.snapshot, given, {
      strict: options.strict ?? false,
      ...(options.config !== undefined && { configPath: fromRoot(options.config, environment.cwd, root) }),
    });
    return { report: { ...report, problems: [...problems, ...report.problems] }, root };
  } finally {
    await selection.snapshot.close();
  }
}

/** A file that is given may have any name; in a folder that is given, contracts are the YAML files. */
function isContract(files: readonly string[]): (path: string) => boolean {
  const names = new Set(files.map((file) => basename(file)));
  return (path) => /\.ya?ml$/i.test(path) || names.has(basename(path));
}
