import { applyEdits, modify, parse } from 'jsonc-parser';
import { dependsOn, programLine } from '../place.ts';
import type { Place } from '../place.ts';
import { namesProgram } from './hook-manager.ts';
import type { HookManager, HookProposal } from './hook-manager.ts';

const key = 'simple-git-hooks';
const files = ['.simple-git-hooks.json', 'simple-git-hooks.json'];
const scripts = ['cjs', 'js', 'mjs'].flatMap((extension) => [
  `.simple-git-hooks.${extension}`,
  `simple-git-hooks.${extension}`,
]);

/** https://github.com/toplenboren/simple-git-hooks#configuration */
export const simpleGitHooks: HookManager = {
  name: 'simple-git-hooks',
  evidence(place) {
    const file = [...scripts, ...files].find(place.exists);
    const inManifest = place.packages.manifest?.[key] !== undefined || dependsOn(place, key);
    return file ?? (inManifest ? `${key} in package.json` : undefined);
  },
  propose(place) {
    const script = scripts.find(place.exists);
    const run = programLine(place);
    if (script !== undefined) {
      if (namesProgram(place.read(script))) return { kind: 'present', path: script };
      const instruction = `Let \`pre-commit\` of ${script} run \`${run}\`, then run: npx simple-git-hooks`;
      return { kind: 'by-hand', reason: `${script} is a program`, instruction };
    }
    const path = files.find(place.exists) ?? 'package.json';
    return editOf(place, path, path === 'package.json' ? [key, 'pre-commit'] : ['pre-commit'], run);
  },
};

function editOf(place: Place, path: string, at: readonly string[], run: string): HookProposal {
  const before = place.read(path) ?? '{}\n';
  const existing = at.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    parse(before),
  );
  if (typeof existing === 'string' && namesProgram(existing)) return { kind: 'present', path };
  const value = typeof existing === 'string' && existing !== '' ? `${existing} && ${run}` : run;
  const indent = /^([ \t]+)"/m.exec(before)?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: '\n' };
  const after = applyEdits(before, modify(before, [...at], value, { formattingOptions }));
  return { kind: 'change', change: { path, before, after }, commands: ['npx simple-git-hooks'] };
}
