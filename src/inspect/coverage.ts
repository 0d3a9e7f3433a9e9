import { formatOf } from '../check/format.ts';
import { loadConfig } from '../check/load-config.ts';
import { isLoaded, loadContracts } from '../check/load-contracts.ts';
import { findIdle } from '../mapping/idle.ts';
import type { IdleMapping } from '../mapping/idle.ts';
import { findNearMisses } from '../mapping/near-miss.ts';
import type { NearMiss } from '../mapping/near-miss.ts';
import type { Mapping, MappingConfig } from '../mapping/mapping.ts';
import { matchMappings, matchesAny } from '../mapping/plan.ts';
import { templateFiller, templateMatcher } from '../mapping/template.ts';
import type { Problem } from '../problem.ts';
import type { RepoPath, Snapshot } from '../snapshot/snapshot.ts';

/** What governs what in a snapshot, without judging any event. */
export interface Coverage {
  readonly configPath: RepoPath;
  readonly config: MappingConfig;
  /** In git's order. */
  readonly fixtures: readonly CoveredFixture[];
  /** Mappings that decide no file. */
  readonly idle: readonly IdleMapping[];
  /** Every contract that a mapping or the `contracts` globs name, in git's order. */
  readonly contracts: readonly NamedContract[];
  /** Files under the `fixtures` globs that no mapping matches. */
  readonly unmapped: readonly RepoPath[];
  /** Files that a mapping would govern if letter case did not count. */
  readonly nearMisses: readonly MissedFile[];
}

interface MissedFile extends NearMiss {
  readonly file: RepoPath;
}

export interface CoveredFixture {
  readonly file: RepoPath;
  readonly mapping: Mapping;
  /** Most wanted first; empty where the path of one names a wildcard that matched nothing. */
  readonly contracts: readonly RepoPath[];
  readonly format: 'json' | 'ndjson' | 'yaml' | undefined;
  /** Symbolic links and submodules are passed over. */
  readonly isRegular: boolean;
}

export interface NamedContract {
  readonly path: RepoPath;
  /** What it calls itself, or why it cannot be used. */
  readonly identity: { readonly name: string; readonly version: string } | Problem;
  /** How many fixtures it governs. */
  readonly fixtures: number;
}

export type CoverageResult =
  { readonly ok: true; readonly coverage: Coverage } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The mapping file of a snapshot against every file in it. @throws SnapshotError */
export async function findCoverage(snapshot: Snapshot, configPath: string | undefined): Promise<CoverageResult> {
  const loaded = await loadConfig(snapshot, configPath);
  if (!loaded.ok) return loaded;
  const { config, path } = loaded;
  const match = matchMappings(config);
  const isFixture = matchesAny(config.fixtures, config);
  const isContract = matchesAny(config.contracts, config);
  const fixtures: CoveredFixture[] = [];
  const unmapped: RepoPath[] = [];
  const nearMiss = findNearMisses(config);
  const nearMisses: MissedFile[] = [];
  const entries = await snapshot.list();
  for (const { path: file, kind } of entries) {
    const found = match(file);
    if (found === undefined) {
      if (isContract(file) || file === path) continue;
      if (isFixture(file)) unmapped.push(file);
      const near = kind === 'file' ? nearMiss(file) : undefined;
      if (near !== undefined) nearMisses.push({ file, ...near });
      continue;
    }
    const { mapping, contracts } = found;
    fixtures.push({ file, mapping, contracts, format: formatOf(file, mapping), isRegular: kind === 'file' });
  }
  const used = new Set(fixtures.map(({ mapping }) => mapping));
  const paths = entries.map((entry) => entry.path);
  const named = namedContracts(config, fixtures, paths);
  return {
    ok: true,
    coverage: {
      configPath: path,
      config,
      fixtures,
      idle: findIdle(config, used, paths, match),
      contracts: await identify(snapshot, named),
      unmapped,
      nearMisses,
    },
  };
}

/** Paths with the number of fixtures that each governs: of what exists, and of what fixtures ask for. */
function namedContracts(
  config: MappingConfig,
  fixtures: readonly CoveredFixture[],
  paths: readonly RepoPath[],
): ReadonlyMap<RepoPath, number> {
  const counts = new Map<RepoPath, number>();
  const templates = config.mappings.flatMap(({ contracts }) => contracts);
  const named = templates.filter((template) => /\$[1-9]/.test(template)).map(templateMatcher);
  const isFixture = new Set(fixtures.map(({ file }) => file));
  const isContract = matchesAny(config.contracts, config);
  for (const path of paths) {
    const isNamed = !isFixture.has(path) && /\.ya?ml$/i.test(path) && named.some((matches) => matches(path));
    if (isNamed || isContract(path)) counts.set(path, 0);
  }
  for (const template of templates) {
    const path = templateFiller(template)([]);
    if (path !== undefined) counts.set(path, 0);
  }
  for (const { contracts } of fixtures) {
    for (const path of contracts) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

async function identify(snapshot: Snapshot, counts: ReadonlyMap<RepoPath, number>): Promise<NamedContract[]> {
  const loaded = await loadContracts(snapshot, [...counts.keys()].sort());
  return [...loaded].map(([path, contract]) => ({
    path,
    fixtures: counts.get(path) ?? 0,
    identity: isLoaded(contract)
      ? { name: contract.contract.name, version: contract.contract.version }
      : { ...contract, file: path },
  }));
}
