/** Every option of the command line: parsing and help are made from this table. */
export const options = {
  staged: { type: 'boolean', help: 'what is staged, read from the index (the default)' },
  all: { type: 'boolean', help: 'every mapped file: of the worktree, or with --staged or --rev of that' },
  rev: { type: 'string', value: 'REV', help: 'with --all: the files of a revision' },
  'from-ref': { type: 'string', value: 'REF', help: 'what changed since the merge base with REF' },
  'to-ref': { type: 'string', value: 'REF', help: 'with --from-ref: up to REF, whose content is read (default HEAD)' },
  config: { type: 'string', value: 'FILE', help: 'the mapping file, instead of the one in the root' },
  format: { type: 'string', value: 'FORMAT', help: 'human (the default) or json' },
  'max-file-size': { type: 'string', value: 'BYTES', help: 'limit for JSON and YAML fixtures (default 100000000)' },
  'time-limit': { type: 'string', value: 'SECONDS', help: 'how long git may take to answer (default 60)' },
  'show-values': { type: 'boolean', help: 'show values of fields that declare a PII transform' },
  'allow-empty': { type: 'boolean', help: 'in CI: nothing selected is fine' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
  version: { type: 'boolean', help: 'the version' },
} as const satisfies { readonly [name: string]: Option };

export interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** What a value is called in the help. */
  readonly value?: string;
  readonly help: string;
}

export const commands = {
  check: 'check fixtures against their contracts (the default)',
} as const;

export type Options = {
  [Name in keyof typeof options]?: (typeof options)[Name]['type'] extends 'boolean' ? boolean : string;
};
