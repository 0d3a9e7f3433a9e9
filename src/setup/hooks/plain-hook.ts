import { relative } from 'node:path';
import { shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import { namesProgram } from './hook-manager.ts';
import type { HookManager } from './hook-manager.ts';

/** A file in git's own folder of hooks (or where core.hooksPath leads): for repositories without a hook manager. */
export function plainHook(script: string): HookManager {
  return {
    name: 'a git hook',
    evidence: () => 'no hook manager',
    propose(place) {
      const file = `${place.settings.hooksFolder}/pre-commit`;
      const path = shownPath(place, file);
      const existing = place.read(file);
      if (namesProgram(existing)) return { kind: 'present', path };
      if (existing !== undefined) {
        const instruction = `Add a line to it that runs the program: \`node_modules/.bin/contractgate-hook || exit $?\``;
        return { kind: 'by-hand', reason: `there is a hook already, ${path}`, instruction };
      }
      if (isElsewhere(place)) {
        const { value, origin } = place.settings.hooksPath ?? { value: '', origin: '' };
        const reason = `core.hooksPath (${origin}) leads out of this repository, to ${value}, for all of your repositories`;
        const instruction = 'Use a hook manager, or `git config --local core.hooksPath .githooks` and run this again.';
        return { kind: 'by-hand', reason, instruction };
      }
      return { kind: 'change', change: { path, before: undefined, after: script, executable: true } };
    },
  };
}

/** Git's own folder is outside of a linked worktree's root; one that core.hooksPath names must not be. */
function isElsewhere({ root, settings: { hooksPath, hooksFolder } }: Place): boolean {
  return hooksPath !== undefined && relative(root, hooksFolder).startsWith('..');
}
