import { nearest } from '../nearest.ts';
import { version } from '../version.ts';
import { run as check } from './commands/check.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Command, Options } from './options.ts';
import { parseArguments } from './parse-arguments.ts';

type RunCommand = (options: Options, files: readonly string[], environment: Environment) => Promise<ExitCode>;

/** A commit waits for `check`, so only that is loaded with the program; every other command when it is asked for. */
const commandOf: { readonly [command in Command]: () => RunCommand | Promise<RunCommand> } = {
  check: () => check,
  lint: async () => (await import('./commands/lint.ts')).run,
};

/** Runs one command line; the answer is the exit code. Writes to the environment's outputs only. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return refuse(parsed.message, environment);
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
  const contradiction = contradictionIn(values, files);
  if (contradiction !== undefined) return refuse(contradiction, environment);
  const runCommand = await commandOf[command]();
  return runCommand(values, files, environment);
}

function refuse(message: string, { stderr }: Environment): ExitCode {
  stderr.write(`contractgate-hook: ${message}\n`);
  return 2;
}

const formats = ['human', 'json'];

/** Why a command line makes no sense; undefined when it does. */
function contradictionIn(options: Options, files: readonly string[]): string | undefined {
  const { all, staged, rev, format } = options;
  if (format !== undefined && !formats.includes(format)) {
    const near = nearest(format, formats);
    return `unknown format ${format}; the formats are ${formats.join(', ')}${near === undefined ? '.' : ` (did you mean ${near}?)`}`;
  }
  if (rev !== undefined && !all) return '--rev needs --all.';
  if (rev !== undefined && staged) return '--rev and --staged exclude each other.';
  if (files.length > 0 && (all || staged)) return `FILES and ${all ? '--all' : '--staged'} exclude each other.`;
  if (options['to-ref'] !== undefined && options['from-ref'] === undefined) return '--to-ref needs --from-ref.';
  if (options['from-ref'] !== undefined && (all || staged || files.length > 0)) {
    return '--from-ref excludes --all, --staged and FILES.';
  }
  for (const name of ['max-file-size', 'time-limit'] as const) {
    const value = options[name];
    if (value !== undefined && !/^[1-9]\d*$/.test(value))
      return `--${name} needs a positive whole number, got ${value}.`;
  }
  return undefined;
}
