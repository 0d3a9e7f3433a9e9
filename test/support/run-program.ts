import { run } from '../../src/cli/run.ts';
import type { Environment } from '../../src/cli/environment.ts';

/** What a command line answers and writes. */
export interface ProgramOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line of the program in this process. */
export async function runProgram(
  argv: readonly string[],
  { cwd, env, ask }: Pick<Environment, 'cwd' | 'env' | 'ask'>,
): Promise<ProgramOutcome> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): { write(text: string): void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const code = await run(argv, {
    cwd,
    env,
    stdout: output('stdout'),
    stderr: output('stderr'),
    packageFolder: new URL('../../', import.meta.url),
    nodeVersion: process.version,
    ...(ask && { ask }),
  });
  return { code, ...written };
}
