import { emptyReport } from '../../check/report.ts';
import { runChecks } from '../../check/run-checks.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';
import { printable } from '../../report/printable.ts';
import { writeChange } from '../../setup/file-change.ts';
import { readPackageFile } from '../../setup/package-file.ts';
import { lookAround } from '../../setup/place.ts';
import { planInit } from '../../setup/plan-init.ts';
import type { InitPlan } from '../../setup/plan-init.ts';
import { unifiedDiff } from '../../setup/unified-diff.ts';
import type { Git } from '../../git/environment.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { openWorktree } from '../../snapshot/worktree-snapshot.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { repositoryToSetUp } from '../repository.ts';
import { writeReport } from '../write-report.ts';

/** `init`: the mapping file and the hook, shown first and written when the person says so; then a run. */
export async function run(options: Options, _: readonly string[], environment: Environment): Promise<ExitCode> {
  const { stdout } = environment;
  const git = repositoryToSetUp(options, environment);
  if ('code' in git) return writeReport(emptyReport('none', [git]), {}, environment);
  try {
    const plan = await planFor(git, environment);
    stdout.write(`${plan.findings.map((line) => `${printable(line)}\n`).join('')}\n`);
    const agreed = plan.changes.length === 0 || (await isAgreed(plan, options, environment));
    if (agreed) write(plan, git.root, environment);
    return await finish(plan, agreed, git, environment);
  } catch (error) {
    return await writeReport(emptyReport('worktree', [snapshotProblem(error)]), {}, environment);
  }
}

async function planFor(git: Git, { packageFolder }: Environment): Promise<InitPlan> {
  const place = await lookAround(git);
  return withWorktree(git, (snapshot) => planInit(place, snapshot, readPackageFile(packageFolder, 'hooks/pre-commit')));
}

async function withWorktree<Result>(git: Git, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
  const snapshot = openWorktree(git);
  try {
    return await work(snapshot);
  } finally {
    await snapshot.close();
  }
}

/** Without --yes, the changes are shown, and the person is asked where there is a terminal. */
async function isAgreed({ changes }: InitPlan, options: Options, { ask, stdout }: Environment): Promise<boolean> {
  if (options.yes) return true;
  for (const change of changes) stdout.write(`${unifiedDiff(change)}\n`);
  if (!options['dry-run'] && ask !== undefined) return /^y(es)?$/i.test((await ask('Write this? [y/N] ')).trim());
  const reason = options['dry-run'] ? '' : ', since there is no terminal to ask on; --yes writes';
  stdout.write(`Nothing was written${reason}.\n`);
  return false;
}

function write({ changes }: InitPlan, root: string, { stdout }: Environment): void {
  for (const change of changes) {
    writeChange(root, change);
    stdout.write(`${change.before === undefined ? 'wrote' : 'changed'} ${printable(change.path)}\n`);
  }
  if (changes.length > 0) stdout.write('\n');
}

/** What is left to do, and whether everything holds today. */
async function finish(plan: InitPlan, written: boolean, git: Git, environment: Environment): Promise<ExitCode> {
  const { stdout } = environment;
  if (!written) return writeOnlyProblems(plan, environment);
  if (plan.commands.length > 0)
    stdout.write(`Now run:\n${plan.commands.map((line) => `  ${printable(line)}\n`).join('')}\n`);
  const report = await withWorktree(git, (snapshot) =>
    runChecks({ snapshot, files: 'all', changes: [] }, { showValues: false }),
  );
  const code = await writeReport({ ...report, problems: [...plan.problems, ...report.problems] }, {}, environment);
  // Nobody should have to mend all old data first.
  if (code === 1) stdout.write('\nTo put up with what does not hold today: contractgate-hook baseline\n');
  return code;
}

async function writeOnlyProblems({ problems }: InitPlan, environment: Environment): Promise<ExitCode> {
  return problems.length === 0 ? 0 : writeReport(emptyReport('worktree', problems), {}, environment);
}
