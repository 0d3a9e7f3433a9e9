import { completionScript } from '../completion.ts';
import type { Shell } from '../completion.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';

/** `completion bash|zsh|fish`: a script for the person's shell to read. */
export async function run(_: Options, [shell]: readonly string[], environment: Environment): Promise<ExitCode> {
  environment.stdout.write(completionScript(shell as Shell));
  return 0;
}
