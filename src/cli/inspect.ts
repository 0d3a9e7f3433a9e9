import { emptyReport } from '../check/report.ts';
import { snapshotProblem } from '../check/snapshot-problem.ts';
import type { Problem } from '../problem.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Options } from './options.ts';
import { fromRoot, select } from './select.ts';
import { writeReport } from './write-report.ts';

/** What a look at a snapshot tells. `configPath`: from the root; undefined for the usual places. */
type Look = (
  snapshot: Snapshot,
  configPath: string | undefined,
  root: string,
) => Promise<
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly Problem[] }
>;

/** Looks at the snapshot that the options name (by default the worktree) and writes what there is to tell; judges nothing. */
export async function inspect(options: Options, environment: Environment, look: Look): Promise<ExitCode> {
  const format = options.json ? 'json' : 'human';
  const refuse = (problems: readonly Problem[], snapshot: string): Promise<ExitCode> =>
    writeReport(emptyReport(snapshot, problems), { format: [format] }, environment);
  try {
    const { selection, root } = await select({ ...options, all: true }, [], environment);
    const { snapshot } = selection;
    try {
      const configPath = options.config === undefined ? undefined : fromRoot(options.config, environment.cwd, root);
      const result = await look(snapshot, configPath, root);
      if (!result.ok) return await refuse(result.problems, snapshot.name);
      environment.stdout.write(result.text);
      return 0;
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    return await refuse([snapshotProblem(error)], 'none');
  }
}
