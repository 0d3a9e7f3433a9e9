import { version } from '../../version.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';

/** `version`: the number alone, for scripts. */
export function run(_: Options, _files: readonly string[], { stdout }: Environment): Promise<ExitCode> {
  stdout.write(`${version}\n`);
  return Promise.resolve(0);
}
