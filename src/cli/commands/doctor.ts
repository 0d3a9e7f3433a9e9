import { emptyReport } from '../../check/report.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';
import { printable } from '../../report/printable.ts';
import { examine } from '../../setup/doctor/examine.ts';
import { worst } from '../../setup/doctor/finding.ts';
import type { Finding } from '../../setup/doctor/finding.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { fromRoot } from '../select.ts';
import { repositoryToSetUp } from '../repository.ts';
import { writeReport } from '../write-report.ts';

/** `doctor`: whether commits in this worktree are checked as they should be. 0: they are; 1: something is bad. */
export async function run(options: Options, _: readonly string[], environment: Environment): Promise<ExitCode> {
  const { cwd, stdout, nodeVersion } = environment;
  const format = options.json ? 'json' : 'human';
  const git = repositoryToSetUp(options, environment);
  if ('code' in git) return writeReport(emptyReport('none', [git]), { format: [format] }, environment);
  try {
    const configPath = options.config === undefined ? undefined : fromRoot(options.config, cwd, git.root);
    const findings = await examine(git, { nodeVersion, configPath });
    stdout.write(
      options.json ? `${JSON.stringify({ schemaVersion: 1, findings }, undefined, 2)}\n` : doctorText(findings),
    );
    return worst(findings) === 'bad' ? 1 : 0;
  } catch (error) {
    return await writeReport(emptyReport('none', [snapshotProblem(error)]), { format: [format] }, environment);
  }
}

function doctorText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ status, message, fix }) => [
    `${words[status].padEnd(8)} ${printable(message)}`,
    ...(fix === undefined ? [] : [`         → ${printable(fix)}`]),
  ]);
  const outcome = {
    good: 'All is well.',
    note: 'All is well.',
    warning: 'Commits are checked.',
    bad: 'Something has to be mended.',
  };
  return `${[...lines, '', outcome[worst(findings)]].join('\n')}\n`;
}

const words = { good: 'good', note: 'note', warning: 'warning', bad: 'bad' } as const;
