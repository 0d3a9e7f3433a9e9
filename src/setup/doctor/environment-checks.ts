import type { Place } from '../place.ts';
import { good } from './finding.ts';
import type { Finding } from './finding.ts';
import type { HookRunner } from './hook-runner.ts';

/** What package.json says under `engines`. */
const nodes = '^20.19 || ^22.12 || >=24';
/** What is needed of git: `rev-parse --is-shallow-repository` is from 2.15. */
const oldestGit = [2, 15] as const;
/** From this version on, git runs hooks that its configuration names. */
const gitWithConfiguredHooks = [2, 54] as const;

/** Variables that keep the hooks of a hook manager from running, with the values that do. */
const switches: readonly (readonly [name: string, off: RegExp, runner: HookRunner['name'], what: string])[] = [
  ['HUSKY', /^0$/, 'husky', "husky's hooks do not run"],
  ['LEFTHOOK', /^(0|false)$/, 'lefthook', 'lefthook does not run'],
  ['SKIP_SIMPLE_GIT_HOOKS', /^(1|true)$/, 'simple-git-hooks', 'simple-git-hooks does not run'],
  ['SKIP', /\bcontractgate\b/, 'pre-commit', 'pre-commit skips the hook contractgate'],
  ['LEFTHOOK_EXCLUDE', /\bcontractgate\b/, 'lefthook', 'lefthook leaves out what is named contractgate'],
];

export function* environmentChecks(
  { settings, environment }: Place,
  nodeVersion: string | undefined,
  runner: HookRunner | undefined,
): Generator<Finding> {
  if (nodeVersion !== undefined) {
    yield isSupportedNode(nodeVersion)
      ? good('node', `Node ${nodeVersion}`)
      : { check: 'node', status: 'bad', message: `Node ${nodeVersion} is not supported`, fix: `Use Node ${nodes}.` };
  }
  yield isAtLeast(settings.version, oldestGit)
    ? good('git', `git ${settings.version}`)
    : {
        check: 'git',
        status: 'bad',
        message: `git ${settings.version} is too old`,
        fix: `Use git ${oldestGit.join('.')} or newer.`,
      };
  for (const [name, off, whose, what] of switches) {
    const value = environment[name];
    if (value === undefined || !off.test(value) || runner?.name !== whose) continue;
    yield {
      check: 'switched-off',
      status: 'bad',
      message: `${name}=${value} is set: ${what}`,
      fix: `unset ${name}`,
    };
  }
  if (settings.isShallow) {
    const message = 'this is a shallow clone: where the branch left another may be out of sight of --from-ref';
    yield {
      check: 'shallow',
      status: 'warning',
      message,
      fix: 'Run `git fetch --unshallow`; in GitHub Actions, check out with fetch-depth: 0.',
    };
  }
  for (const [key, command] of settings.configuredHooks) {
    if (!/contractgate/.test(command) || isAtLeast(settings.version, gitWithConfiguredHooks)) continue;
    const message = `${key} names contractgate-hook, but git ${settings.version} runs no hooks of its configuration`;
    yield {
      check: 'configured-hook',
      status: 'bad',
      message,
      fix: `Use git ${gitWithConfiguredHooks.join('.')} or newer, or another hook.`,
    };
  }
}

function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = numbers(version);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ofMajor = 0, ofMinor = 0] = numbers(version);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}

function numbers(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
