import { matchMappings, matchesAny } from '../mapping/plan.ts';
import type { Match } from '../mapping/plan.ts';
import type { MappingConfig } from '../mapping/mapping.ts';
import { templateMatcher } from '../mapping/template.ts';
import { findIdle } from '../mapping/idle.ts';
import { findNearMisses } from '../mapping/near-miss.ts';
import type { Problem } from '../problem.ts';
import type { Entry, RepoPath } from '../snapshot/snapshot.ts';
import { idleText } from './idle-text.ts';
import { NearMissNotes } from './near-miss-notes.ts';
import { pathOf } from './selection.ts';
import type { SelectedChange, Selection } from './selection.ts';

/** One check to make. */
export interface PlannedCheck {
  readonly file: Entry | RepoPath;
  readonly match: Match;
  /** Why a file is checked that was not itself selected. */
  readonly because?: string;
}

export interface Plan {
  readonly checks: readonly PlannedCheck[];
  /** Contracts to compile although no fixture of this run needs them. */
  readonly contracts: readonly RepoPath[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Paths × mappings, with fan-out: a changed contract or mapping file brings in every fixture that it governs. */
export async function planChecks(selection: Selection, config: MappingConfig, configPath: RepoPath): Promise<Plan> {
  const match = matchMappings(config);
  const checks: PlannedCheck[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];

  const isFixture = matchesAny(config.fixtures, config);
  const isContract = matchesAny(config.contracts, config);
  const nearMiss = findNearMisses(config);
  const missed = new NearMissNotes(configPath);
  const files = selection.files === 'all' ? await selection.snapshot.list() : selection.files;
  const contracts: RepoPath[] = [];
  for (const file of files) {
    const path = pathOf(file);
    if (isContract(path)) contracts.push(path);
    const found = match(path);
    if (found !== undefined) {
      if (isRegular(file)) checks.push({ file, match: found });
      else notes.push(notFollowed(path));
      continue;
    }
    if (isContract(path) || path === configPath) continue;
    const near = isRegular(file) ? nearMiss(path) : undefined;
    if (near !== undefined) missed.add(path, near);
    if (isFixture(path)) {
      const message = `${path} is among the fixtures, but no mapping matches it`;
      if (config.unmapped === 'error') problems.push({ code: 'config', message, file: configPath });
      if (config.unmapped === 'warn') notes.push(message);
    }
  }

  notes.push(...missed.notes());

  if (selection.files === 'all') {
    const used = new Set(checks.map((check) => check.match.mapping));
    for (const idle of findIdle(config, used, files.map(pathOf), match)) {
      const { at, files: globs } = idle.mapping;
      const what = idleText(idle, configPath);
      notes.push(`${configPath}:${at.line}:${at.column}: the mapping of ${globs.join(', ')} ${what}`);
    }
  } else {
    const selected = new Set(files.map(pathOf));
    checks.push(...(await fanOut(selection, config, configPath, match, selected)));
  }
  return { checks, contracts, problems, notes };
}

const verbs: { readonly [status in SelectedChange['status']]: string } = {
  added: 'was added',
  modified: 'changed',
  deleted: 'was deleted',
  given: 'is among the files given',
};

async function fanOut(
  { snapshot, changes }: Selection,
  config: MappingConfig,
  configPath: RepoPath,
  match: (path: string) => Match | undefined,
  selected: ReadonlySet<RepoPath>,
): Promise<PlannedCheck[]> {
  const named = config.mappings.flatMap((mapping) => mapping.contracts.map(templateMatcher));
  const causes = new Map<RepoPath, string>();
  for (const { path, status } of changes) {
    const verb = verbs[status];
    if (path === configPath) causes.set(path, `the mapping file ${path} ${verb}`);
    else if (path === config.baseline) causes.set(path, `the baseline ${path} ${verb}`);
    else if (named.some((matches) => matches(path))) causes.set(path, `its contract ${path} ${verb}`);
  }
  if (causes.size === 0) return [];

  const checks: PlannedCheck[] = [];
  for (const entry of await snapshot.list()) {
    if (selected.has(entry.path) || !isRegular(entry)) continue;
    const found = match(entry.path);
    const cause = found && [configPath, config.baseline, ...found.contracts].find((path) => causes.has(path));
    const because = cause === undefined ? undefined : causes.get(cause);
    if (found !== undefined && because !== undefined) checks.push({ file: entry, match: found, because });
  }
  return checks;
}

/** What the report says of a mapped path that holds no content of its own. */
export function notFollowed(path: RepoPath): string {
  return `${path} is a symbolic link or a submodule: not checked`;
}

function isRegular(file: Entry | RepoPath): boolean {
  return typeof file === 'string' || file.kind === 'file';
}
