import { accessSync, constants } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { shellWord } from '../../shell-word.ts';
import { freeHooksPath, ownHooksPath } from '../hooks-path.ts';
import type { HooksPath } from '../hooks-path.ts';
import { namesProgram, runsProgram, withFirstLine } from '../hooks/hook-manager.ts';
import { isElsewhere } from '../hooks/plain-hook.ts';
import { asRun, installCommand, isOnPath, programLine, shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import { good } from './finding.ts';
import type { Finding } from './finding.ts';
import { runnerOf, runners } from './hook-runner.ts';
import type { HookRunner } from './hook-runner.ts';

/** The hook that git runs at a commit, and whose it is. `runner`: undefined where it is written by hand. */
export function hookOf(place: Place): {
  readonly file: string;
  readonly text: string | undefined;
  readonly runner: HookRunner | undefined;
} {
  const file = join(place.settings.hooksFolder, 'pre-commit');
  const text = place.read(file);
  return { file, text, runner: text === undefined ? undefined : runnerOf(text, file) };
}

/** Whether a commit in this worktree comes to be checked, followed from git to the program. */
export function* hookChecks(place: Place): Generator<Finding> {
  const { file, text, runner } = hookOf(place);
  const shown = shownPath(place, file);
  if (text === undefined) yield* noHook(place, shown);
  else if (!isExecutable(file)) {
    const message = `${shown} is not executable, so that git passes over it`;
    yield { check: 'hook', status: 'bad', message, fix: `chmod +x ${shellWord(shown)}` };
  } else if (runsProgram(text)) yield good('hook', `git runs ${shown}, which runs contractgate-hook`);
  else if (runner === undefined) {
    const message = `git runs ${shown}, which does not ${namesProgram(text) ? 'come to' : 'run'} contractgate-hook`;
    yield { check: 'hook', status: 'bad', message, fix: fixOfHook(place, text) };
  } else yield* throughRunner(runner, shown, place);
  if (text === undefined) return;
  yield* programCheck(place, runner);
  yield* mergeCheck(place, runner);
}

function fixOfHook(place: Place, text: string): string {
  const { hooksPath } = place.settings;
  if (hooksPath !== undefined && isElsewhere(place)) return initElsewhere(hooksPath);
  if (withFirstLine(text, '') === undefined) {
    return `Let it run \`${programLine(place)}\`, and end with its exit code.`;
  }
  return 'npx contractgate-hook init';
}

function* noHook(place: Place, shown: string): Generator<Finding> {
  const { hooksPath, isLinkedWorktree, commonHooks } = place.settings;
  const byHusky = hooksPath !== undefined && basename(place.settings.hooksFolder) === '_';
  if (byHusky && isLinkedWorktree) {
    const message = `core.hooksPath is ${hooksPath.value}, which husky makes and git does not check out: in this linked worktree no hook runs`;
    yield { check: 'hook', status: 'bad', message, fix: 'Run `npx husky` in this worktree.' };
    return;
  }
  const overridden =
    hooksPath !== undefined &&
    commonHooks !== place.settings.hooksFolder &&
    place.exists(join(commonHooks, 'pre-commit'));
  const because = overridden
    ? `core.hooksPath (${hooksPath.origin}) is ${hooksPath.value}, so that git passes over ${shownPath(place, join(commonHooks, 'pre-commit'))}, and there is no ${shown}`
    : hooksPath !== undefined
      ? `core.hooksPath (${hooksPath.origin}) is ${hooksPath.value}, and there is no ${shown}`
      : `there is no ${shown}`;
  yield {
    check: 'hook',
    status: 'bad',
    message: `no hook runs at a commit: ${because}`,
    fix: fixOfNoHook(place, byHusky),
  };
}

/** What is configured already has only to be installed; all else is for init, where it may write. */
function fixOfNoHook(place: Place, byHusky: boolean): string {
  const configured = runners.find(({ configuration }) => configuration(place) !== undefined);
  if (configured !== undefined) {
    const before = configured.leavesHooksPath ? freeHooksPath(place) : [];
    return [...before, asRun(place, configured.install)].join(' && ');
  }
  if (byHusky) return 'npx husky';
  const { hooksPath } = place.settings;
  if (hooksPath === undefined || !isElsewhere(place)) return 'npx contractgate-hook init';
  return initElsewhere(hooksPath);
}

/** Init writes no hook that other repositories run too. */
function initElsewhere(hooksPath: HooksPath): string {
  return `${ownHooksPath(hooksPath)}, then \`npx contractgate-hook init\`.`;
}

/** The hook that git runs is a hook manager's: does that one run us? */
function* throughRunner(runner: HookRunner, shown: string, place: Place): Generator<Finding> {
  const configuration = runner.configuration(place);
  if (configuration === undefined) {
    const message = `git runs ${runner.name} (${shown}), which does not run contractgate-hook`;
    yield { check: 'hook', status: 'bad', message, fix: 'npx contractgate-hook init' };
    return;
  }
  yield good('hook', `git runs ${runner.name}, which runs contractgate-hook (${configuration})`);
  yield* runner.examine(place);
}

/** Whether the program is there when the hook asks for it; pre-commit brings its own. */
function* programCheck(place: Place, runner: HookRunner | undefined): Generator<Finding> {
  if (runner?.bringsProgram) return;
  if (
    place.exists('node_modules/.bin/contractgate-hook') ||
    place.exists('.pnp.cjs') ||
    isOnPath(place, 'contractgate-hook')
  ) {
    yield good('program', 'contractgate-hook is installed');
    return;
  }
  const { manager, hasProgram } = place.packages;
  const fix = hasProgram ? `${manager} install` : installCommand(place);
  yield {
    check: 'program',
    status: 'bad',
    message: 'contractgate-hook is not installed here, so that its hook cannot run it',
    fix,
  };
}

/** A merge without conflicts runs pre-merge-commit, not pre-commit: https://git-scm.com/docs/githooks#_pre_merge_commit */
function* mergeCheck(place: Place, runner: HookRunner | undefined): Generator<Finding> {
  const file = join(place.settings.hooksFolder, 'pre-merge-commit');
  const byHusky = basename(place.settings.hooksFolder) === '_';
  const text = place.read(byHusky ? join(dirname(place.settings.hooksFolder), 'pre-merge-commit') : file);
  if (namesProgram(text) || (text !== undefined && runnerOf(text, file) !== undefined && !byHusky)) return;
  const fix =
    (runner && asRun(place, runner.installForMerges)) ??
    `cp ${shellWord(shownPath(place, join(place.settings.hooksFolder, 'pre-commit')))} ${shellWord(shownPath(place, file))}`;
  const message =
    'merges without conflicts are not checked: there is no hook pre-merge-commit that runs contractgate-hook';
  yield { check: 'merge-hook', status: 'note', message, fix };
}

function isExecutable(file: string): boolean {
  // Windows has no such bit; git runs the hook there by its first line.
  if (sep === '\\') return true;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
