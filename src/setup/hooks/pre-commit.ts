import { shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import { version } from '../../version.ts';
import { namesProgram } from './hook-manager.ts';
import type { HookManager } from './hook-manager.ts';
import { freeHooksPath } from '../hooks-path.ts';
import { insertYaml } from './yaml-insert.ts';

const path = '.pre-commit-config.yaml';

/** As templates/pre-commit has it. */
const hook = {
  id: 'contractgate',
  name: 'contractgate',
  entry: 'contractgate-hook check',
  language: 'node',
  additional_dependencies: [`contractgate-hook@${version}`],
  files: '(?i)\\.(json|ndjson|jsonl|ya?ml)$',
  require_serial: true,
  always_run: true,
};
const lines = [
  '- repo: local',
  '  hooks:',
  '    - id: contractgate',
  '      name: contractgate',
  '      entry: contractgate-hook check',
  '      language: node',
  `      additional_dependencies: [contractgate-hook@${version}]`,
  '      files: (?i)\\.(json|ndjson|jsonl|ya?ml)$',
  '      require_serial: true',
  '      always_run: true # also when files are only deleted: one may be a contract',
];

/** https://pre-commit.com; prek reads the same file. */
export const preCommit: HookManager = {
  name: 'pre-commit',
  evidence: ({ exists }) => [path, 'prek.toml'].find(exists),
  propose(place) {
    const before = place.read(path);
    if (namesProgram(before)) return { kind: 'present', path };
    const after =
      before === undefined ? undefined : insertYaml(before, ['repos'], { repo: 'local', hooks: [hook] }, lines);
    if (after === undefined) {
      const reason =
        before === undefined ? 'prek.toml is not edited' : `${path} has no list \`repos\` in lines of its own`;
      return { kind: 'by-hand', reason, instruction: `Add this to \`repos\`:\n${lines.join('\n')}` };
    }
    return {
      kind: 'change',
      change: { path, before, after },
      commands: isInstalled(place) ? [] : [...freeHooksPath(place), 'pre-commit install'],
    };
  },
};

function isInstalled(place: Place): boolean {
  const hookPath = shownPath(place, `${place.settings.hooksFolder}/pre-commit`);
  return /pre-commit|prek/.test(place.read(hookPath) ?? '');
}
