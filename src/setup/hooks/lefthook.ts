import { asRun, programLine } from '../place.ts';
import { namesProgram } from './hook-manager.ts';
import type { HookManager } from './hook-manager.ts';
import { freeHooksPath } from '../hooks-path.ts';
import { insertYaml } from './yaml-insert.ts';

/** https://lefthook.dev/configuration; also as TOML and JSON, which are not edited. */
const names = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((name) =>
  ['yml', 'yaml', 'toml', 'json', 'jsonc'].map((extension) => `${name}.${extension}`),
);

export const lefthook: HookManager = {
  name: 'lefthook',
  evidence: ({ exists }) => names.find(exists),
  propose(place) {
    const path = names.find(place.exists) ?? 'lefthook.yml';
    const before = place.read(path) ?? '';
    if (namesProgram(before)) return { kind: 'present', path };
    const run = programLine(place);
    const after = /\.ya?ml$/.test(path) ? withCommand(before, run) : undefined;
    if (after === undefined) {
      const instruction = `Add a command to \`pre-commit\` of ${path}: \`run: ${run}\`.`;
      return { kind: 'by-hand', reason: `${path} is not written in a way that can be edited`, instruction };
    }
    const installed = /lefthook/.test(place.read(`${place.settings.hooksFolder}/pre-commit`) ?? '');
    return {
      kind: 'change',
      change: { path, before, after },
      commands: installed ? [] : [...freeHooksPath(place), asRun(place, 'lefthook install')],
    };
  },
};

/** Without files: what is staged is read from the index, and deleted contracts are seen. */
function withCommand(text: string, run: string): string | undefined {
  const job = { name: 'contractgate', run };
  const command = { contractgate: { run } };
  return (
    insertYaml(text, ['pre-commit', 'jobs'], job, ['- name: contractgate', `  run: ${run}`]) ??
    insertYaml(text, ['pre-commit', 'commands'], command, ['contractgate:', `  run: ${run}`]) ??
    insertYaml(text, [], { 'pre-commit': { commands: command } }, [
      'pre-commit:',
      '  commands:',
      '    contractgate:',
      `      run: ${run}`,
    ])
  );
}
