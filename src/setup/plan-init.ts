import { loadConfig } from '../check/load-config.ts';
import type { Problem } from '../problem.ts';
import { shellWord } from '../shell-word.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { FileChange } from './file-change.ts';
import type { HookManager } from './hooks/hook-manager.ts';
import { husky } from './hooks/husky.ts';
import { lefthook } from './hooks/lefthook.ts';
import { plainHook } from './hooks/plain-hook.ts';
import { preCommit } from './hooks/pre-commit.ts';
import { simpleGitHooks } from './hooks/simple-git-hooks.ts';
import { configText } from './mappings/config-text.ts';
import { findContracts } from './mappings/find-contracts.ts';
import { findFixtures } from './mappings/find-fixtures.ts';
import { proposeMappings } from './mappings/propose-mappings.ts';
import { installCommand, isOnPath } from './place.ts';
import type { Place } from './place.ts';

/** What would set a repository up. */
export interface InitPlan {
  /** What was found, one sentence a line. */
  readonly findings: readonly string[];
  readonly changes: readonly FileChange[];
  /** For the person to run, in this order. */
  readonly commands: readonly string[];
  /** What could not be planned. */
  readonly problems: readonly Problem[];
}

const managers: readonly HookManager[] = [husky, lefthook, preCommit, simpleGitHooks];

/** @throws SnapshotError */
export async function planInit(place: Place, snapshot: Snapshot, hookScript: string): Promise<InitPlan> {
  const mapping = await planMapping(snapshot);
  const hook = planHook(place, hookScript);
  const changes = [...mapping.changes, ...hook.changes];
  // pre-commit brings the program itself.
  const isThere =
    place.packages.hasProgram || (place.packages.manifest === undefined && isOnPath(place, 'contractgate-hook'));
  const needsProgram = !isThere && hook.manager !== preCommit;
  const tracked = changes.map(({ path }) => path).filter((path) => !path.startsWith('/') && !path.startsWith('.git/'));
  return {
    findings: [...mapping.findings, ...hook.findings],
    changes,
    commands: [
      ...(needsProgram ? [installCommand(place)] : []),
      ...hook.commands,
      ...(tracked.length > 0 ? [`git add ${tracked.map(shellWord).join(' ')}`] : []),
    ],
    problems: [...mapping.problems, ...hook.problems],
  };
}

type Part = Pick<InitPlan, 'findings' | 'changes' | 'commands' | 'problems'>;

async function planMapping(snapshot: Snapshot): Promise<Part> {
  const loaded = await loadConfig(snapshot, undefined);
  if (loaded.ok)
    return {
      findings: [`mapping file: ${loaded.path} is there and stays as it is`],
      changes: [],
      commands: [],
      problems: [],
    };
  // One that is there and cannot be read is not written over.
  if (loaded.problems.some(({ file }) => file !== undefined))
    return { findings: [], changes: [], commands: [], problems: loaded.problems };
  const contracts = await findContracts(snapshot);
  const samples = await findFixtures(snapshot, contracts);
  const paths = (await snapshot.list()).map(({ path }) => path);
  const mappings = proposeMappings(samples, contracts, paths);
  const after = configText(mappings, contracts, paths);
  const path = 'contractgate-hook.yaml';
  return {
    findings: [...foundText(contracts.length, samples.length, mappings.length)],
    changes: [{ path, before: undefined, after }],
    commands: [],
    problems: [],
  };
}

function* foundText(contracts: number, samples: number, mappings: number): Generator<string> {
  yield `contracts: ${contracts === 0 ? 'none yet (YAML files with version, name and ontology)' : contracts}`;
  if (samples === 0)
    yield 'fixtures: none yet that belong to a contract; the mapping is for fixtures/NAME/… and NAME.yaml among the contracts';
  else yield `fixtures: ${samples}, in ${mappings} mapping${mappings === 1 ? '' : 's'}`;
}

function planHook(place: Place, hookScript: string): Part & { readonly manager: HookManager } {
  const used = managers
    .map((manager) => ({ manager, evidence: manager.evidence(place) }))
    .find(({ evidence }) => evidence !== undefined);
  const manager = used?.manager ?? plainHook(hookScript);
  const evidence = used?.evidence ?? manager.evidence(place) ?? '';
  const proposal = manager.propose(place);
  const others = managers
    .filter((other) => other !== manager && other.evidence(place) !== undefined)
    .map(({ name }) => name);
  const findings = [
    `hook: ${manager.name} (${evidence})${proposal.kind === 'present' ? `; ${proposal.path} runs contractgate-hook already` : ''}`,
    ...(others.length > 0 ? [`also found, and left alone: ${others.join(', ')}`] : []),
    ...(usesLintStaged(place)
      ? ['lint-staged is here too; the hook runs by itself, since lint-staged does not start for deleted files']
      : []),
  ];
  if (proposal.kind === 'by-hand') {
    const problem: Problem = {
      code: 'config',
      message: `the hook is not set up: ${proposal.reason}`,
      hint: proposal.instruction,
    };
    return { manager, findings, changes: [], commands: [], problems: [problem] };
  }
  if (proposal.kind === 'present') return { manager, findings, changes: [], commands: [], problems: [] };
  return { manager, findings, changes: [proposal.change], commands: proposal.commands ?? [], problems: [] };
}

function usesLintStaged({ packages: { manifest }, exists }: Place): boolean {
  const files = ['', '.json', '.yaml', '.yml', '.mjs', '.mts', '.js', '.ts', '.cjs', '.cts'].map(
    (end) => `.lintstagedrc${end}`,
  );
  const scripts = ['mjs', 'mts', 'js', 'ts', 'cjs', 'cts'].map((end) => `lint-staged.config.${end}`);
  return manifest?.['lint-staged'] !== undefined || [...files, ...scripts].some(exists);
}
