import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { namesProgram, runsProgram } from '../hooks/hook-manager.ts';
import { lefthook } from '../hooks/lefthook.ts';
import { isOnPath, shownPath } from '../place.ts';
import type { Place } from '../place.ts';
import type { Finding } from './finding.ts';

/** A hook manager, as the hook that it puts into git's folder. */
export interface HookRunner {
  readonly name: 'husky' | 'lefthook' | 'simple-git-hooks' | 'pre-commit';
  /** Whether a hook is this one's. */
  readonly isHook: (text: string, file: string) => boolean;
  /** What of its configuration runs contractgate-hook; undefined: nothing. */
  readonly configuration: (place: Place) => string | undefined;
  readonly install: string;
  readonly installForMerges: string;
  readonly bringsProgram: boolean;
  /** It refuses to install hooks where core.hooksPath is set. */
  readonly leavesHooksPath: boolean;
  /** What may be wrong although it runs. */
  readonly examine: (place: Place) => Iterable<Finding>;
}

const husky: HookRunner = {
  name: 'husky',
  isHook: (text, file) => basename(dirname(file)) === '_' || /husky/.test(text),
  configuration(place) {
    const { hooksFolder } = place.settings;
    const file = basename(hooksFolder) === '_' ? join(dirname(hooksFolder), 'pre-commit') : '.husky/pre-commit';
    const text = place.read(file);
    if (runsProgram(text)) return shownPath(place, join(place.root, shownPath(place, file)));
    return text !== undefined && /lint-staged/.test(text) ? lintStaged(place) : undefined;
  },
  install: 'npx husky',
  installForMerges: 'echo contractgate-hook > .husky/pre-merge-commit',
  bringsProgram: false,
  leavesHooksPath: false,
  examine: () => [],
};

/** The file with lint-staged's configuration that names the program. */
function lintStaged({ read, packages: { manifest } }: Place): string | undefined {
  if (namesProgram(JSON.stringify(manifest?.['lint-staged'] ?? ''))) return 'lint-staged in package.json';
  const rc = ['', '.json', '.yaml', '.yml', '.mjs', '.mts', '.js', '.ts', '.cjs', '.cts'].map(
    (end) => `.lintstagedrc${end}`,
  );
  const config = ['mjs', 'mts', 'js', 'ts', 'cjs', 'cts'].map((end) => `lint-staged.config.${end}`);
  return [...rc, ...config].find((file) => namesProgram(read(file)));
}

const preCommitFile = '.pre-commit-config.yaml';

const preCommit: HookRunner = {
  name: 'pre-commit',
  isHook: (text) => /pre-commit|prek/.test(text.replace(/^#.*$/gm, '')),
  configuration: ({ read }) => [preCommitFile, 'prek.toml'].find((file) => namesProgram(read(file))),
  install: 'pre-commit install',
  installForMerges: 'pre-commit install -t pre-merge-commit',
  bringsProgram: true,
  leavesHooksPath: true,
  *examine({ read }) {
    const configured: unknown = parseDocument(read(preCommitFile) ?? '').toJS();
    for (const hook of hooksIn(configured)) {
      if (typeof hook['id'] !== 'string' || !namesProgram(`${hook['id']} ${text(hook['entry'])}`)) continue;
      if (hook['pass_filenames'] === false || takesNdjson(hook)) continue;
      const message = `the hook ${hook['id']} of ${preCommitFile} is not given .ndjson and .jsonl files: pre-commit knows no type for them`;
      yield {
        check: 'hook-files',
        status: 'bad',
        message,
        fix: 'Select by name: files: (?i)\\.(json|ndjson|jsonl|ya?ml)$, and without `types`.',
      };
    }
  },
};

function* hooksIn(configured: unknown): Generator<Readonly<Record<string, unknown>>> {
  const repos = member(configured, 'repos');
  for (const repo of Array.isArray(repos) ? (repos as unknown[]) : []) {
    const hooks = member(repo, 'hooks');
    for (const hook of Array.isArray(hooks) ? (hooks as unknown[]) : []) {
      if (typeof hook === 'object' && hook !== null) yield hook as Readonly<Record<string, unknown>>;
    }
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** By `files` and `types`: of an .ndjson file, pre-commit knows that it is a file and a text, and no more. */
function takesNdjson({ files, types, types_or: typesOr }: Readonly<Record<string, unknown>>): boolean {
  const known = new Set(['file', 'text', 'non-executable']);
  const isKnown = (type: unknown): boolean => known.has(text(type));
  if (Array.isArray(types) && !types.every(isKnown)) return false;
  if (Array.isArray(typesOr) && typesOr.length > 0 && !typesOr.some(isKnown)) return false;
  try {
    const [, flags = '', pattern = ''] = /^(?:\(\?([aimsx]+)\))?(.*)$/s.exec(text(files)) ?? [];
    return new RegExp(pattern, flags.includes('i') ? 'i' : '').test('fixtures/events.ndjson');
  } catch {
    // Python's, and not JavaScript's: not for us to judge.
    return true;
  }
}

const lefthookRunner: HookRunner = {
  name: 'lefthook',
  isHook: (hook) => /lefthook/i.test(hook),
  configuration(place) {
    const file = lefthook.evidence(place);
    return file !== undefined && namesProgram(place.read(file)) ? file : undefined;
  },
  install: 'lefthook install',
  installForMerges: 'Add `pre-merge-commit` to lefthook’s configuration, then: lefthook install',
  bringsProgram: false,
  leavesHooksPath: true,
  *examine(place) {
    const file = lefthook.evidence(place);
    const isInstalled = place.exists('node_modules/lefthook') || isOnPath(place, 'lefthook');
    const asserts = /^\s*"?assert_lefthook_installed"?\s*[:=]\s*true/m.test(place.read(file ?? '') ?? '');
    if (isInstalled || asserts) return;
    const message = 'lefthook itself is not installed, and its hook then lets every commit pass';
    yield {
      check: 'lefthook',
      status: 'bad',
      message,
      fix: `Install lefthook, and set \`assert_lefthook_installed: true\` in ${file ?? 'lefthook.yml'}.`,
    };
  },
};

/** https://github.com/toplenboren/simple-git-hooks: its hook is the command itself. */
const simpleGitHooks: HookRunner = {
  name: 'simple-git-hooks',
  isHook: (text_) => /SKIP_SIMPLE_GIT_HOOKS/.test(text_),
  configuration: ({ packages: { manifest }, read }) =>
    namesProgram(JSON.stringify(manifest?.['simple-git-hooks'] ?? ''))
      ? 'simple-git-hooks in package.json'
      : ['.simple-git-hooks.json', 'simple-git-hooks.json', '.simple-git-hooks.cjs', '.simple-git-hooks.js'].find(
          (file) => namesProgram(read(file)),
        ),
  install: 'npx simple-git-hooks',
  installForMerges: 'Add `pre-merge-commit` to simple-git-hooks in package.json, then: npx simple-git-hooks',
  bringsProgram: false,
  leavesHooksPath: false,
  examine: () => [],
};

export const runners: readonly HookRunner[] = [husky, lefthookRunner, simpleGitHooks, preCommit];

/** Whose hook a hook is; undefined for one that is written by hand. */
export function runnerOf(text_: string, file: string): HookRunner | undefined {
  return runners.find(({ isHook }) => isHook(text_, file));
}
