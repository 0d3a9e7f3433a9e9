import { basename, relative, resolve } from 'node:path';
import type { Place } from './place.ts';
import type { Git } from '../git/environment.ts';

/** `core.hooksPath`, where it is set. */
export interface HooksPath {
  readonly value: string;
  /** As git tells it: `file:.git/config`. */
  readonly origin: string;
  /** As `git config` has it; `command`: an environment variable, or `git -c`. */
  readonly scope: 'local' | 'worktree' | 'global' | 'system' | 'command';
}

/** By its origin: `--show-scope` is newer than the oldest git that will do. `gitFolders`: this worktree's, and that of all. */
export function scopeOf(origin: string, { root, environment }: Git, gitFolders: readonly string[]): HooksPath['scope'] {
  const [, file] = /^file:(.*)$/s.exec(origin) ?? [];
  if (file === undefined) return 'command';
  const place = resolve(root, file);
  if (gitFolders.some((folder) => isInside(place, folder))) {
    return basename(place) === 'config.worktree' ? 'worktree' : 'local';
  }
  const isMine = place === environment['GIT_CONFIG_GLOBAL'] || isInside(place, environment['HOME'] ?? '');
  return isMine ? 'global' : 'system';
}

function isInside(place: string, folder: string): boolean {
  return folder !== '' && !/^\.\.|^$/.test(relative(folder, place));
}

export function scopeText(scope: HooksPath['scope']): string {
  return {
    local: 'for this repository',
    worktree: 'for this worktree',
    global: 'for all of your repositories',
    system: 'for everybody on this machine',
    command: 'by a variable of the environment',
  }[scope];
}

/** What gives a repository a folder of hooks of its own. */
export function ownHooksPath({ scope }: HooksPath): string {
  if (scope === 'command') return 'Unset the variable (GIT_CONFIG_COUNT, GIT_CONFIG_PARAMETERS)';
  return `Run \`git config --${scope === 'worktree' ? 'worktree' : 'local'} core.hooksPath .githooks\``;
}

/** What lets git look in its own folder again, for hook managers that write nowhere else; undefined: not by a command. */
function unsetHooksPath({ scope }: HooksPath): string | undefined {
  return scope === 'command' ? undefined : `git config --${scope} --unset-all core.hooksPath`;
}

/** What comes before the installation of a hook manager that refuses to be where core.hooksPath leads. */
export function freeHooksPath({ settings: { hooksPath } }: Place): readonly string[] {
  const command = hooksPath && unsetHooksPath(hooksPath);
  return command === undefined ? [] : [command];
}
