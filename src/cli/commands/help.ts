import type { Environment, ExitCode } from '../environment.ts';
import { helpText } from '../help.ts';
import type { Command, Options } from '../options.ts';

/** `help`, `help COMMAND`. */
export function run(_: Options, [topic]: readonly string[], { stdout }: Environment): Promise<ExitCode> {
  stdout.write(helpText((topic as Command | undefined) ?? 'check'));
  return Promise.resolve(0);
}
