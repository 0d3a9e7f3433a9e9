import { run as check } from './commands/check.ts';
import { contradictionIn } from './contradiction.ts';
import type { Environment, ExitCode } from './environment.ts';
import { mistakenCommand } from './mistaken-command.ts';
import type { Command, Options } from './options.ts';
import { isCommand, parseArguments } from './parse-arguments.ts';
import type { Arguments } from './parse-arguments.ts';
import { refuse } from './refuse.ts';

type RunCommand = (options: Options, files: readonly string[], environment: Environment) => Promise<ExitCode>;

/** A commit waits for `check`, so only that is loaded with the program; every other command when it is asked for. */
const commandOf: { readonly [command in Command]: () => RunCommand | Promise<RunCommand> } = {
  check: () => check,
  lint: async () => (await import('./commands/lint.ts')).run,
  explain: async () => (await import('./commands/explain.ts')).run,
  list: async () => (await import('./commands/list.ts')).run,
  baseline: async () => (await import('./commands/baseline.ts')).run,
  init: async () => (await import('./commands/init.ts')).run,
  verify: async () => (await import('./commands/verify.ts')).run,
  pull: async () => (await import('./commands/pull.ts')).run,
  doctor: async () => (await import('./commands/doctor.ts')).run,
  schema: async () => (await import('./commands/schema.ts')).run,
  merge: async () => (await import('./commands/merge.ts')).run,
  cache: async () => (await import('./commands/cache.ts')).run,
  completion: async () => (await import('./commands/completion.ts')).run,
  help: async () => (await import('./commands/help.ts')).run,
  version: async () => (await import('./commands/version.ts')).run,
};

/** Runs one command line; the answer is the exit code. Writes to the environment's outputs only. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  const mistaken = mistakenCommand(argv, parsed.ok && !parsed.values.help ? parsed.files : [], environment.cwd);
  if (mistaken !== undefined) return refuse(mistaken, argv, environment);
  if (!parsed.ok) return refuse(parsed.message, argv, environment);
  const { command, values, files } = asAsked(parsed);
  const contradiction = contradictionIn(command, values, files);
  if (contradiction !== undefined) return refuse(contradiction, argv, environment);
  const runCommand = await commandOf[command]();
  return runCommand(values, files, environment);
}

type Parsed = Extract<Arguments, { readonly ok: true }>;

/** `--help` and `--version` are commands that look like options; `--help lint` is `help lint`, and so is `lint --help`. */
function asAsked(parsed: Parsed): Pick<Parsed, 'command' | 'values' | 'files'> {
  const { command, values, files } = parsed;
  const [first] = files;
  if (values.help) {
    const topic = command === 'check' && first !== undefined && isCommand(first) ? first : command;
    return { command: 'help', values: {}, files: [topic] };
  }
  return values.version ? { command: 'version', values: {}, files: [] } : parsed;
}
