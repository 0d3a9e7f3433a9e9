import { dirname, relative, resolve, sep } from 'node:path';
import { loadConfig } from '../../check/load-config.ts';
import { emptyReport } from '../../check/report.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';
import { connect, gatewayProblem } from '../../connection/connection.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Problem } from '../../problem.ts';
import { contractPaths } from '../../pull/contract-path.ts';
import { fetchContracts, parseWanted } from '../../pull/fetch-contracts.ts';
import { writeLocal } from '../../pull/local-file.ts';
import { lockName, lockText, readLock } from '../../pull/lock-file.ts';
import type { Lock } from '../../pull/lock-file.ts';
import { editedContracts } from '../../pull/locked-files.ts';
import type { EditedContract } from '../../pull/locked-files.ts';
import { planPull } from '../../pull/plan-pull.ts';
import type { PullPlan, PulledContract } from '../../pull/plan-pull.ts';
import { printable } from '../../report/printable.ts';
import { plural } from '../../report/words.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { fromRoot, select } from '../select.ts';
import { writeReport } from '../write-report.ts';

/** `pull`: the gateway's contracts into the repository, or with `--check` whether they are there. */
export async function run(options: Options, names: readonly string[], environment: Environment): Promise<ExitCode> {
  const refuse = (problems: readonly Problem[]): Promise<ExitCode> =>
    writeReport(emptyReport('none', problems), { format: ['human'] }, environment);
  try {
    const { selection, root } = await select({ ...options, all: true }, [], environment);
    try {
      const lock = readLock(root);
      if ('code' in lock) return await refuse([lock]);
      if (options.offline) return checkOffline(editedContracts(root, lock), environment);
      const connection = connect(environment.cwd, environment.env);
      if ('code' in connection) return await refuse([connection]);
      const configPath = options.config === undefined ? undefined : fromRoot(options.config, environment.cwd, root);
      const config = await loadConfig(selection.snapshot, configPath);
      if (!config.ok) return await refuse(config.problems);
      environment.stderr.write(`asking ${connection.url} for contracts\n`);
      const wanted = names.map(parseWanted);
      const { contracts, problems, notes } = await fetchContracts(connection.client, wanted, lock);
      const paths = await contractPaths(selection.snapshot, config.config);
      const plan = planPull(contracts, paths, lock, root, usualFolder(connection, root));
      const all = [...problems, ...plan.problems, ...(options.check ? [] : edits(plan, options))];
      for (const note of [...notes, ...plan.notes]) environment.stderr.write(`note: ${printable(note)}\n`);
      if (options.check) return await check(plan, all, environment, refuse);
      // All or nothing: half of a pull would be a repository that never was.
      if (all.length > 0) return await refuse(all);
      return await write(plan, lock, root, environment, refuse);
    } finally {
      await selection.snapshot.close();
    }
  } catch (error) {
    return refuse([problemOf(error)]);
  }
}

type Refuse = (problems: readonly Problem[]) => Promise<ExitCode>;

function problemOf(error: unknown): Problem {
  try {
    return gatewayProblem(error);
  } catch {
    return snapshotProblem(error);
  }
}

/** `contracts.dir` of `.contractgate.yml`, from the root; a folder outside of it does not count. */
function usualFolder({ contracts }: Connection, root: string): string {
  if (contracts === undefined) return 'contracts';
  const folder = relative(root, resolve(dirname(contracts.file), contracts.folder));
  return folder === '..' || folder.startsWith(`..${sep}`) ? 'contracts' : folder.split(sep).join('/');
}

function edits({ contracts }: PullPlan, { force }: Options): Problem[] {
  if (force) return [];
  return contracts
    .filter(({ state }) => state === 'edited')
    .map(({ path, remote }) => ({
      code: 'contract',
      message: `${path} is not what was pulled last: it has been edited, and version ${remote.version} would replace it`,
      file: path,
      hint: 'Publish the edit, or give it up with --force.',
    }));
}

async function write(
  { contracts }: PullPlan,
  lock: Lock,
  root: string,
  { stdout }: Environment,
  refuse: Refuse,
): Promise<ExitCode> {
  const next = new Map(lock);
  const problems: Problem[] = [];
  for (const contract of contracts) {
    const { path, remote, locked, state } = contract;
    const isThere = state === 'current' || state === 'unlocked';
    try {
      if (!isThere) writeLocal(root, path, remote.text);
      for (const [other, { id }] of next) if (id === locked.id) next.delete(other);
      next.set(path, locked);
      stdout.write(line(contract, isThere ? 'up to date' : 'written'));
    } catch (error) {
      problems.push({ code: 'contract', message: `${path} cannot be written: ${(error as Error).message}` });
    }
  }
  if (lockText(next) !== lockText(lock)) writeLocal(root, lockName, lockText(next));
  if (problems.length > 0) return refuse(problems);
  stdout.write(`contractgate-hook pull: ${plural(contracts.length, 'contract')}\n`);
  return 0;
}

const states: { readonly [state in PulledContract['state']]: string } = {
  current: 'up to date',
  missing: 'missing',
  outdated: 'out of date',
  edited: 'edited since it was pulled',
  unlocked: 'not in the lock',
};

async function check(
  { contracts }: PullPlan,
  problems: readonly Problem[],
  { stdout }: Environment,
  refuse: Refuse,
): Promise<ExitCode> {
  for (const contract of contracts) stdout.write(line(contract, states[contract.state]));
  if (problems.length > 0) return refuse(problems);
  const stale = contracts.filter(({ state }) => state !== 'current').length;
  const what = stale === 0 ? 'all are what the gateway has' : `${stale} differ; contractgate-hook pull mends it`;
  stdout.write(`contractgate-hook pull --check: ${plural(contracts.length, 'contract')}: ${what}\n`);
  return stale === 0 ? 0 : 1;
}

/** Without the gateway: whether the files are those that were pulled. */
function checkOffline(edited: readonly EditedContract[], { stdout }: Environment): ExitCode {
  for (const { path, state } of edited) stdout.write(`${printable(path)}  ${states[state]}\n`);
  const what =
    edited.length === 0 ? 'every contract of the lock is as it was pulled' : plural(edited.length, 'difference');
  stdout.write(`contractgate-hook pull --check: ${what}\n`);
  return edited.length === 0 ? 0 : 1;
}

function line({ path, remote }: PulledContract, what: string): string {
  const pin = remote.isPinned ? ' (pinned)' : '';
  return `${printable(path)}  ${printable(`${remote.name} ${remote.version}`)}${pin}  ${what}\n`;
}
