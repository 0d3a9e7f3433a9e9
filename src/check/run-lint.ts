import type { MappingConfig } from '../mapping/mapping.ts';
import type { Problem } from '../problem.ts';
import type { RepoPath, Snapshot } from '../snapshot/snapshot.ts';
import { lintLoaded } from './lint-loaded.ts';
import { loadConfig } from './load-config.ts';
import { isLoaded, loadContracts } from './load-contracts.ts';
import { planChecks } from './plan-checks.ts';
import { emptyReport } from './report.ts';
import type { Report } from './report.ts';
import type { RunOptions } from './run-checks.ts';
import { snapshotProblem } from './snapshot-problem.ts';

/** Lints the contracts given, or every one that the mapping file names. Never throws for what the world may do. */
export async function runLint(
  snapshot: Snapshot,
  given: 'all' | readonly RepoPath[],
  { configPath, strict }: Pick<RunOptions, 'configPath' | 'strict'>,
): Promise<Report> {
  const start = performance.now();
  const report = (parts: Partial<Report>): Report => ({
    ...emptyReport(snapshot.name),
    ...parts,
    durationMs: performance.now() - start,
  });
  try {
    const paths = given === 'all' ? await namedContracts(snapshot, configPath) : given;
    if ('problems' in paths) return report(paths);
    const contracts = await loadContracts(snapshot, paths);
    const problems: Problem[] = [];
    for (const [file, contract] of contracts) if (!isLoaded(contract)) problems.push({ file, ...contract });
    const linting = [...contracts.values()].filter(isLoaded);
    return report({ problems, linted: linting.length, findings: lintLoaded(linting, strict) });
  } catch (error) {
    return report({ problems: [snapshotProblem(error)] });
  }
}

/** The contracts of the files that mappings match, those that mappings name outright, and those of the `contracts` globs. */
async function namedContracts(
  snapshot: Snapshot,
  configPath: string | undefined,
): Promise<readonly RepoPath[] | { readonly problems: readonly Problem[] }> {
  const loaded = await loadConfig(snapshot, configPath);
  if (!loaded.ok) return loaded;
  const { config, path: file } = loaded;
  const plan = await planChecks({ snapshot, files: 'all', changes: [] }, config, file);
  const paths = [...plan.checks.flatMap(({ match }) => match.contracts), ...plan.contracts, ...literalPaths(config)];
  if (paths.length > 0) return [...new Set(paths)].sort();
  const message = 'there is no contract to lint: the mapping file names none for the files that exist';
  return { problems: [{ code: 'empty', message, file }] };
}

function literalPaths({ mappings }: MappingConfig): readonly RepoPath[] {
  return mappings.flatMap(({ contracts }) => contracts).filter((path) => !/\$[1-9]/.test(path));
}
