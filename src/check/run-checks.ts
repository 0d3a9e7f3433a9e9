import type { Recognise } from '../baseline/baseline.ts';
import type { Killable } from '../event-loop.ts';
import type { MappingConfig } from '../mapping/mapping.ts';
import type { Problem } from '../problem.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { CheckOptions, Observe } from './check-fixture.ts';
import { checkFiles } from './check-files.ts';
import { contractProblems } from './contract-problems.ts';
import { loadBaseline, unusedNotes } from './load-baseline.ts';
import { loadConfig } from './load-config.ts';
import { KnownVerdicts } from './known-verdicts.ts';
import { expectFiles } from './many-files.ts';
import { listed } from './listed.ts';
import { isLoaded, loadContracts } from './load-contracts.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { Memory } from './memory.ts';
import { planChecks } from './plan-checks.ts';
import type { Progress } from './progress.ts';
import { readyChecks } from './ready-checks.ts';
import type { ReadyCheck } from './ready-checks.ts';
import { emptyReport } from './report.ts';
import type { CheckResult, LintFinding, Report } from './report.ts';
import { pathOf } from './selection.ts';
import type { SameRun } from './same-run.ts';
import type { Selection } from './selection.ts';
import { takeShard } from './shard.ts';
import type { Shard } from './shard.ts';
import { snapshotProblem } from './snapshot-problem.ts';

export interface RunOptions {
  /** The mapping file, from the root; by default it is looked for in the usual places. */
  readonly configPath?: string;
  /** Bytes; overrides the mapping file's. */
  readonly maxFileSize?: number;
  readonly showValues: boolean;
  /** Lints every contract that is used, not only the selected ones, and takes warnings for errors. */
  readonly strict?: boolean;
  /** How many may be used for one file; by default as many as the machine runs at once. */
  readonly threads?: number;
  /** Makes a part of the checks only. */
  readonly shard?: Shard;
  /** Takes down every violation; the baseline that there is does not count then. */
  readonly record?: Recognise;
  /** What earlier runs found out. The caller keeps what this one adds. */
  readonly memory?: Memory;
  readonly observe?: Observe;
  /** For a large document that is read in one step. */
  readonly killable?: Killable;
  /** Is told how far the run has come, many times a second. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Checks what was selected, and says what could not be checked. Never throws for what the world may do. */
export async function runChecks(selection: Selection, options: RunOptions): Promise<Report> {
  const start = performance.now();
  const checks: CheckResult[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  const findings: LintFinding[] = [];
  let linted = 0;
  let { snapshot } = selection;
  let relax = (): void => {};
  const report = (): Report => ({
    ...emptyReport(selection.snapshot.name, problems),
    ...(options.shard && { shard: options.shard }),
    checks,
    linted,
    findings,
    notes,
    durationMs: performance.now() - start,
  });
  try {
    const same = await sameRun(selection, options);
    const before = await same?.recall();
    if (before !== undefined) return { ...report(), ...before };
    snapshot = same?.snapshot ?? snapshot;
    const loaded = await loadConfig(snapshot, options.configPath, options.memory?.parsed);
    if (!loaded.ok) {
      problems.push(...loaded.problems);
      return report();
    }
    const plan = await planChecks(selection, loaded.config, loaded.path);
    relax = await expectFiles(plan.checks.length);
    problems.push(...plan.problems);
    notes.push(...plan.notes);

    const wanted = plan.checks.flatMap(({ match }) => match.contracts);
    const contracts = await loadContracts(snapshot, [...wanted, ...plan.contracts], options.memory?.parsed);
    problems.push(...(await contractProblems(contracts, plan.checks, loaded.path, selection)));
    const linting = [...contracts.values()]
      .filter(isLoaded)
      .filter(options.strict ? () => true : isSelected(selection));
    linted = linting.length;
    if (linted > 0) {
      const { lintLoaded } = await import('./lint-loaded.ts');
      findings.push(...lintLoaded(linting, options.strict));
    }
    const { ready: planned, refused } = readyChecks(plan.checks, contracts, loaded.path);
    problems.push(...refused);

    const ready = await partOf(planned, snapshot, options.shard);
    const baseline = options.record ? undefined : await loadBaseline(snapshot, loaded.config.baseline);
    if (baseline !== undefined && 'code' in baseline) {
      problems.push(baseline);
      return report();
    }
    const settings = checkOptions(loaded.config, options, options.record ?? baseline?.recognise);
    const known = await KnownVerdicts.open(options.memory?.verdicts, ready, settings);
    for await (const outcome of checkFiles(ready, selection.snapshot, settings, known, options)) {
      if (typeof outcome === 'string') notes.push(outcome);
      else if ('code' in outcome) problems.push(outcome);
      else checks.push(outcome);
    }
    notes.push(...emptyFiles(checks));
    if (baseline !== undefined && problems.length === 0) {
      const isWhole = selection.files === 'all' && options.shard === undefined;
      notes.push(...unusedNotes(baseline, loaded.config.baseline, isWhole ? 'all' : checks.map(({ file }) => file)));
    }
    const isSettled = known !== undefined && known.settled > 0 && known.settled === plan.checks.length;
    if (isSettled && problems.length === 0) await same?.keep(report(), loaded.config);
  } catch (error) {
    problems.push(snapshotProblem(error));
  } finally {
    relax();
  }
  return report();
}

/** Undefined where only a part is looked at, or more is asked for than a report. */
async function sameRun({ snapshot, files }: Selection, options: RunOptions): Promise<SameRun | undefined> {
  const { memory, shard, record, observe } = options;
  if (memory === undefined || files !== 'all' || shard !== undefined) return undefined;
  if (record !== undefined || observe !== undefined) return undefined;
  const { SameRun } = await import('./same-run.ts');
  return SameRun.open(snapshot, memory.verdicts, options);
}

/** A file may well have no event; that nothing of it was checked must not go unsaid. */
function emptyFiles(checks: readonly CheckResult[]): string[] {
  const files = checks.filter(({ events, passed }) => events === 0 && passed).map(({ file }) => file);
  if (files.length === 0) return [];
  return [`no events in ${listed(files)}: nothing of it was checked`];
}

async function partOf(
  checks: readonly ReadyCheck[],
  snapshot: Snapshot,
  shard: Shard | undefined,
): Promise<readonly ReadyCheck[]> {
  if (shard === undefined) return checks;
  return takeShard(checks, await snapshot.sizes(checks.map(({ planned }) => planned.file)), shard);
}

/** Bytes; V8 has no longer strings (https://nodejs.org/api/buffer.html#bufferconstantsmax_string_length). */
const longestText = 500_000_000;

/** A contract that did not change is not linted again at each commit that uses it. */
function isSelected({ files, changes }: Selection): (contract: LoadedContract) => boolean {
  if (files === 'all') return () => true;
  const selected = new Set([...files.map(pathOf), ...changes.map(({ path }) => path)]);
  return ({ path }) => selected.has(path);
}

function checkOptions(config: MappingConfig, options: RunOptions, recognise: Recognise | undefined): CheckOptions {
  const { freshness } = config;
  return {
    threads: options.threads,
    freshness,
    now: freshness === 'skip' ? undefined : freshness === 'now' ? Math.floor(Date.now() / 1000) : freshness,
    maxFileSize: Math.min(options.maxFileSize ?? config.maxFileSize, longestText),
    showValues: options.showValues,
    ...(options.observe && { observe: options.observe }),
    recognise,
  };
}
