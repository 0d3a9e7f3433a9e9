import { version } from '../version.ts';
import { run as check } from './commands/check.ts';
import { contradictionIn } from './contradiction.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Command, Options } from './options.ts';
import { parseArguments } from './parse-arguments.ts';
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
};

/** Runs one command line; the answer is the exit code. Writes to the environment's outputs only. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return refuse(parsed.message, argv, environment);
  const { command, values, files } = parsed;
  if (values.help) {
    const { helpText } = await import('./help.ts');
    environment.stdout.write(helpText(command));
    return 0;
  }
  if (values.version) {
    environment.stdout.write(`${version}\n`);
    return 0;
  }
  const contradiction = contradictionIn(command, values, files);
  if (contradiction !== undefined) return refuse(contradiction, argv, environment);
  const runCommand = await commandOf[command]();
  return runCommand(values, files, environment);
}
