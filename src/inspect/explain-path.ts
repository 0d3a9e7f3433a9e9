import { findNearMisses } from '../mapping/near-miss.ts';
import type { NearMiss } from '../mapping/near-miss.ts';
import type { Weighed } from '../mapping/weigh-mappings.ts';
import { weighMappings } from '../mapping/weigh-mappings.ts';
import type { Problem } from '../problem.ts';
import type { RepoPath, Snapshot } from '../snapshot/snapshot.ts';
import { findCoverage } from './coverage.ts';
import type { Coverage, CoveredFixture, NamedContract } from './coverage.ts';

/** What a run would make of one path, and why. */
export interface Explanation {
  readonly path: RepoPath;
  readonly snapshot: string;
  readonly configPath: RepoPath;
  /** What stands at the path in the snapshot. */
  readonly kind: 'file' | 'symlink' | 'gitlink' | 'absent';
  readonly role: 'fixture' | 'mapping-file' | 'contract' | 'unmapped' | 'none';
  /** For a fixture: what it is checked against. */
  readonly fixture?: CoveredFixture;
  readonly contracts: readonly NamedContract[];
  /** Every mapping, in order, with why it decides or does not. */
  readonly mappings: readonly Weighed[];
  /** What would govern it if letter case did not count; for a path that nothing governs. */
  readonly nearMiss?: NearMiss;
  /** For a contract and the mapping file: the fixtures that a change of it brings in. */
  readonly governs: readonly RepoPath[];
}

export type ExplanationResult =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** @throws SnapshotError */
export async function explainPath(
  snapshot: Snapshot,
  path: RepoPath,
  configPath: string | undefined,
): Promise<ExplanationResult> {
  const found = await findCoverage(snapshot, configPath);
  if (!found.ok) return found;
  const { coverage } = found;
  const fixture = coverage.fixtures.find(({ file }) => file === path);
  const contracts = coverage.contracts.filter((contract) => fixture?.contracts.includes(contract.path));
  const entry = (await snapshot.list()).find((candidate) => candidate.path === path);
  const role = roleOf(path, coverage, fixture);
  const nearMiss = role === 'unmapped' || role === 'none' ? findNearMisses(coverage.config)(path) : undefined;
  const explanation: Explanation = {
    path,
    snapshot: snapshot.name,
    configPath: coverage.configPath,
    kind: entry?.kind ?? 'absent',
    role,
    ...(fixture && { fixture }),
    contracts,
    mappings: weighMappings(coverage.config, path),
    ...(nearMiss && { nearMiss }),
    governs: governedBy(path, coverage),
  };
  return { ok: true, explanation };
}

function roleOf(path: RepoPath, coverage: Coverage, fixture: CoveredFixture | undefined): Explanation['role'] {
  if (path === coverage.configPath) return 'mapping-file';
  if (fixture !== undefined) return 'fixture';
  if (coverage.contracts.some((contract) => contract.path === path)) return 'contract';
  return coverage.unmapped.includes(path) ? 'unmapped' : 'none';
}

function governedBy(path: RepoPath, { configPath, fixtures }: Coverage): RepoPath[] {
  const governed = path === configPath ? fixtures : fixtures.filter(({ contracts }) => contracts.includes(path));
  return governed.map(({ file }) => file);
}
