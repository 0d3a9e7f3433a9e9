import { relative } from 'node:path';
import { runnerOf } from '../doctor/hook-runner.ts';
import { ownHooksPath, scopeText } from '../hooks-path.ts';
import { programLine, shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import { runsProgram, withFirstLine } from './hook-manager.ts';
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
      if (runsProgram(existing)) return { kind: 'present', path };
      const { hooksPath } = place.settings;
      if (hooksPath !== undefined && isElsewhere(place)) {
        const reason = `core.hooksPath (${hooksPath.origin}) leads out of this repository, to ${hooksPath.value}, ${scopeText(hooksPath.scope)}`;
        return { kind: 'by-hand', reason, instruction: `${ownHooksPath(hooksPath)}, then run this again.` };
      }
      if (existing !== undefined) {
        const line = `${programLine(place)} || exit $?`;
        const after = runnerOf(existing, file) === undefined ? withFirstLine(existing, line) : undefined;
        if (after !== undefined) return { kind: 'change', change: { path, before: existing, after } };
        const instruction = `Let it run the program: \`${line}\`, as a hook in shell has it.`;
        return {
          kind: 'by-hand',
          reason: `there is a hook already, ${path}, and it is none in shell that was written by hand`,
          instruction,
        };
      }
      return { kind: 'change', change: { path, before: undefined, after: script, executable: true } };
    },
  };
}

/** Git's own folder is outside of a linked worktree's root; one that core.hooksPath names must not be. */
export function isElsewhere({ root, settings: { hooksPath, hooksFolder } }: Place): boolean {
  return hooksPath !== undefined && relative(root, hooksFolder).startsWith('..');
}
