import { basename, dirname } from 'node:path';
import { dependsOn, shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import { runsProgram } from './hook-manager.ts';
import type { HookManager } from './hook-manager.ts';

/** https://typicode.github.io/husky: files of POSIX shell in .husky, run with node_modules/.bin on PATH. */
export const husky: HookManager = {
  name: 'husky',
  evidence(place) {
    const folder = huskyFolder(place);
    if (place.exists(folder)) return `${folder}/`;
    return dependsOn(place, 'husky') ? 'husky in package.json' : undefined;
  },
  propose(place) {
    const path = `${huskyFolder(place)}/pre-commit`;
    const before = place.read(path);
    if (runsProgram(before)) return { kind: 'present', path };
    // Last: what formats files at the commit has then done so. Husky ends at the first command that fails.
    const last = before === undefined ? 'contractgate-hook\n' : `${before.replace(/\n?$/, '\n')}contractgate-hook\n`;
    const after = runsProgram(last) ? last : `contractgate-hook\n${before ?? ''}`;
    return { kind: 'change', change: { path, before, after }, ...(!isActive(place) && { commands: ['npx husky'] }) };
  },
};

/** `.husky`, or where `husky DIR` made it: core.hooksPath is then `DIR/_`. */
function huskyFolder({ settings: { hooksPath, hooksFolder }, root }: Place): string {
  const isHusky = hooksPath !== undefined && basename(hooksFolder) === '_';
  return isHusky ? shownPath({ root }, dirname(hooksFolder)) : '.husky';
}

/** Whether git runs husky's hooks in this worktree: `_` is made by `husky` and not checked out. */
function isActive({ settings: { hooksFolder }, exists }: Place): boolean {
  return basename(hooksFolder) === '_' && exists(`${hooksFolder}/pre-commit`);
}
