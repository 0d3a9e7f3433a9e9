/**
 * What the program can do; `check` is what it does when no command is named. `operands` are as the usage line has them;
 * `choices` the words that the one operand may be.
 */
export const commands = {
  check: {
    operands: '[FILES…]',
    help: 'check fixtures against their contracts (the default)',
    examples: [
      ['contractgate-hook', 'what is staged (for a pre-commit hook)'],
      ['contractgate-hook --all', 'every mapped file of the worktree'],
      ['contractgate-hook --from-ref origin/main', 'what this branch changes (for CI)'],
      ['contractgate-hook --since main', 'the same with what is not committed yet (before a push)'],
      ['contractgate-hook fixtures/order.json', 'one file'],
      ['contractgate-hook --all --format json', 'for machines'],
      ['contractgate-hook --all --format sarif:report.sarif', 'for people, and a file for machines'],
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
  explain: {
    operands: 'PATH…',
    help: 'which mapping and contract a file falls under, and why',
    examples: [
      ['contractgate-hook explain fixtures/order.json', 'why it is checked, or why not'],
      ['contractgate-hook explain contracts/order.yaml', 'the fixtures that it governs'],
    ],
  },
  list: {
    operands: '',
    help: 'every fixture with its contract; what matches or governs nothing',
    examples: [
      ['contractgate-hook list', 'of the worktree'],
      ['contractgate-hook list --staged --json', 'of the index, for machines'],
    ],
  },
  baseline: {
    operands: '',
    help: 'record the violations of today, so that only new ones refuse a commit',
    examples: [
      ['contractgate-hook baseline', 'records every violation of the worktree'],
      ['contractgate-hook baseline --prune', 'takes out what is no longer there, and adds nothing'],
    ],
  },
  init: {
    operands: '',
    help: 'set a repository up: the mapping file and the hook',
    examples: [
      ['contractgate-hook init', 'shows what it would write, and asks'],
      ['contractgate-hook init --yes', 'writes it'],
      ['contractgate-hook init --dry-run', 'shows it as a diff'],
    ],
  },
  verify: {
    operands: '[FILES…]',
    help: "hold our verdicts to the gateway's, event by event",
    examples: [
      ['contractgate-hook verify', 'all fixtures of the worktree; nothing is stored'],
      ['contractgate-hook verify fixtures/order.json', 'one file'],
    ],
  },
  pull: {
    operands: '[NAME[@VERSION]…]',
    help: "write the gateway's contracts to where the mapping file has them",
    examples: [
      ['contractgate-hook pull', 'the latest stable versions'],
      ['contractgate-hook pull user_events@1.2', 'one, kept at a version; @latest ends that'],
      ['contractgate-hook pull --check', 'whether they are up to date (for CI)'],
    ],
  },
  doctor: {
    operands: '',
    help: 'whether commits are checked as they should be, and what to mend',
    examples: [
      ['contractgate-hook doctor', 'the hook of this worktree, the mapping file, contracts, fixtures'],
      ['contractgate-hook doctor --json', 'for machines'],
    ],
  },
  schema: {
    operands: 'NAME',
    choices: ['mapping', 'contract', 'report'],
    help: 'the JSON Schema of the mapping file, of contracts or of reports',
    examples: [['contractgate-hook schema mapping', 'for an editor or a linter']],
  },
  merge: {
    operands: 'REPORT…',
    help: 'join the reports of shards into one, in any format',
    examples: [
      ['contractgate-hook --all --shard 1/2 --format json:1.json', 'one half of the work, and'],
      ['contractgate-hook --all --shard 2/2 --format json:2.json', 'the other, on another machine; then'],
      ['contractgate-hook merge 1.json 2.json', 'what one run would have found'],
    ],
  },
  cache: {
    operands: 'ACTION',
    choices: ['info', 'clear'],
    help: 'what runs keep for later runs: how much and where, or away with it',
    examples: [
      ['contractgate-hook cache info', 'clean verdicts (in the git directory), the compiled program'],
      ['contractgate-hook cache clear', 'the next run starts from nothing'],
    ],
  },
  completion: {
    operands: 'SHELL',
    choices: ['bash', 'zsh', 'fish'],
    help: 'a script that completes commands and options',
    examples: [
      ['source <(contractgate-hook completion bash)', 'in ~/.bashrc'],
      ['contractgate-hook completion zsh > ~/.zfunc/_contractgate-hook', 'with ~/.zfunc in $fpath'],
      ['contractgate-hook completion fish | source', 'in config.fish'],
    ],
  },
  help: {
    operands: '[COMMAND]',
    help: 'this text, or that of a command',
    examples: [['contractgate-hook help lint', 'the same as lint --help']],
  },
  version: { operands: '', help: 'the version', examples: [['contractgate-hook version', 'the number alone']] },
} as const;

export type Command = keyof typeof commands;

/** The only words that a command's operand may be. */
export function choicesOf(command: Command): readonly string[] | undefined {
  const { choices }: { operands: string; choices?: readonly string[] } = commands[command];
  return command === 'help' ? Object.keys(commands) : choices;
}

/** Every option of the command line: parsing, help and completion are made from this table. */
export const options = {
  staged: {
    type: 'boolean',
    commands: ['check', 'lint', 'explain', 'list', 'verify'],
    help: 'what is staged, read from the index',
  },
  all: {
    type: 'boolean',
    commands: ['check', 'verify'],
    help: 'every mapped file: of the worktree, or with --staged or --rev of that',
  },
  rev: {
    type: 'string',
    value: 'REV',
    commands: ['check', 'explain', 'list'],
    help: 'the files of a revision (check: with --all)',
  },
  'from-ref': {
    type: 'string',
    value: 'REF',
    commands: ['check', 'verify'],
    help: 'what changed since the merge base with REF',
  },
  'to-ref': {
    type: 'string',
    value: 'REF',
    commands: ['check', 'verify'],
    help: 'with --from-ref: up to REF, whose content is read (default HEAD)',
  },
  since: {
    type: 'string',
    value: 'REF',
    commands: ['check'],
    help: 'what the worktree changed since the merge base with REF, committed or not',
  },
  strict: {
    type: 'boolean',
    commands: ['check', 'lint'],
    help: 'lint every contract in use; warnings count as violations',
  },
  explain: { type: 'string', value: 'RULE', commands: ['lint'], help: 'what a rule is about, with examples' },
  config: {
    type: 'string',
    value: 'FILE',
    commands: ['check', 'lint', 'explain', 'list', 'verify', 'pull', 'baseline', 'doctor'],
    help: 'the mapping file, instead of the one in the root',
  },
  format: {
    type: 'string',
    multiple: true,
    value: 'FORMAT[:FILE]',
    choices: ['human', 'concise', 'json', 'github', 'gitlab', 'junit', 'sarif'],
    commands: ['check', 'lint', 'merge'],
    help: 'human (the default), concise, json, github, gitlab, junit, sarif; with :FILE for files besides',
  },
  check: { type: 'boolean', commands: ['pull'], help: 'write nothing; 1 where something is not up to date' },
  offline: { type: 'boolean', commands: ['pull'], help: 'with --check: only whether files are as they were pulled' },
  force: { type: 'boolean', commands: ['pull'], help: 'replace contracts that have been edited' },
  json: { type: 'boolean', commands: ['explain', 'list', 'verify', 'doctor'], help: 'for machines' },
  prune: { type: 'boolean', commands: ['baseline'], help: 'only take out violations that are no longer there' },
  yes: { type: 'boolean', commands: ['init'], help: 'write without asking' },
  'dry-run': { type: 'boolean', commands: ['init', 'baseline'], help: 'write nothing, only show it' },
  threads: {
    type: 'string',
    value: 'N',
    commands: ['check'],
    help: 'how many threads a large NDJSON file may take (default: as the machine has)',
  },
  shard: {
    type: 'string',
    value: 'I/N',
    commands: ['check'],
    help: 'the I-th of N parts of the work, balanced by size; `merge` joins the reports',
  },
  'max-file-size': {
    type: 'string',
    value: 'BYTES',
    commands: ['check', 'baseline'],
    help: 'limit for JSON and YAML fixtures (default 100000000)',
  },
  'time-limit': {
    type: 'string',
    value: 'SECONDS',
    commands: ['check', 'lint', 'explain', 'list', 'init', 'verify', 'pull', 'baseline', 'doctor'],
    help: 'how long git may take to answer (default 60)',
  },
  'show-values': {
    type: 'boolean',
    commands: ['check', 'verify'],
    help: 'show values of fields that declare a PII transform',
  },
  'allow-empty': { type: 'boolean', commands: ['check'], help: 'in CI: nothing selected is fine' },
  'no-cache': {
    type: 'boolean',
    commands: ['check', 'lint'],
    help: 'use nothing that an earlier run has kept, and keep nothing',
  },
  help: { type: 'boolean', short: 'h', help: 'this text' },
  version: { type: 'boolean', short: 'v', help: 'the version' },
} as const;

export interface Option {
  readonly type: 'boolean' | 'string';
  /** May be given several times. */
  readonly multiple?: true;
  readonly short?: string;
  /** What a value is called in the help. */
  readonly value?: string;
  /** The only values. */
  readonly choices?: readonly string[];
  /** The commands that take it; by default all. */
  readonly commands?: readonly Command[];
  readonly help: string;
}

/** The options that a command takes. */
export function optionsOf(command: Command): readonly (readonly [name: string, option: Option])[] {
  return Object.entries<Option>(options).filter(([, { commands: takers }]) => takers?.includes(command) ?? true);
}

export type Options = {
  [Name in keyof typeof options]?: (typeof options)[Name] extends { readonly multiple: true }
    ? string[]
    : (typeof options)[Name]['type'] extends 'boolean'
      ? boolean
      : string;
};
