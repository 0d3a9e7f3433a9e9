/** What the program can do; `check` is what it does when no command is named. */
export const commands = {
  check: {
    operands: '[FILES…]',
    help: 'check fixtures against their contracts (the default)',
    examples: [
      ['contractgate-hook', 'what is staged (for a pre-commit hook)'],
      ['contractgate-hook --all', 'every mapped file of the worktree'],
      ['contractgate-hook --from-ref origin/main', 'what this branch changes (for CI)'],
      ['contractgate-hook fixtures/order.json', 'one file'],
      ['contractgate-hook --all --format json', 'for machines'],
    ],
  },
  lint: {
    operands: '[CONTRACTS…]',
    help: 'find what contracts say that the gateway does not do',
    examples: [
      ['contractgate-hook lint', 'every contract that the mapping file names, in the worktree'],
      ['contractgate-hook lint contracts/', 'the YAML files of a folder'],
      ['contractgate-hook lint --explain merge-key', 'the page on a rule'],
    ],
  },
} as const;

export type Command = keyof typeof commands;

/** Every option of the command line: parsing and help are made from this table. */
export const options = {
  staged: { type: 'boolean', help: 'what is staged, read from the index' },
  all: {
    type: 'boolean',
    commands: ['check'],
    help: 'every mapped file: of the worktree, or with --staged or --rev of that',
  },
  rev: { type: 'string', value: 'REV', commands: ['check'], help: 'with --all: the files of a revision' },
  'from-ref': {
    type: 'string',
    value: 'REF',
    commands: ['check'],
    help: 'what changed since the merge base with REF',
  },
  'to-ref': {
    type: 'string',
    value: 'REF',
    commands: ['check'],
    help: 'with --from-ref: up to REF, whose content is read (default HEAD)',
  },
  strict: { type: 'boolean', help: 'lint every contract in use; warnings count as violations' },
  explain: { type: 'string', value: 'RULE', commands: ['lint'], help: 'what a rule is about, with examples' },
  config: { type: 'string', value: 'FILE', help: 'the mapping file, instead of the one in the root' },
  format: { type: 'string', value: 'FORMAT', help: 'human (the default) or json' },
  'max-file-size': {
    type: 'string',
    value: 'BYTES',
    commands: ['check'],
    help: 'limit for JSON and YAML fixtures (default 100000000)',
  },
  'time-limit': { type: 'string', value: 'SECONDS', help: 'how long git may take to answer (default 60)' },
  'show-values': {
    type: 'boolean',
    commands: ['check'],
    help: 'show values of fields that declare a PII transform',
  },
  'allow-empty': { type: 'boolean', commands: ['check'], help: 'in CI: nothing selected is fine' },
  'no-cache': { type: 'boolean', help: 'use nothing that an earlier run has kept, and keep nothing' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
  version: { type: 'boolean', help: 'the version' },
} as const;

export interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** What a value is called in the help. */
  readonly value?: string;
  /** The commands that take it; by default all. */
  readonly commands?: readonly Command[];
  readonly help: string;
}

/** The options that a command takes. */
export function optionsOf(command: Command): readonly (readonly [name: string, option: Option])[] {
  return Object.entries<Option>(options).filter(([, { commands: takers }]) => takers?.includes(command) ?? true);
}

export type Options = {
  [Name in keyof typeof options]?: (typeof options)[Name]['type'] extends 'boolean' ? boolean : string;
};
