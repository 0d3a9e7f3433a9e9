import { spawnSync } from 'node:child_process';

export interface Outcome {
  /** Undefined where a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as a person at a terminal reads them. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: none. */
  readonly input?: string;
}

/** Longer than anything here takes, shorter than the patience of whoever waits for a test that hangs. */
const patience = 100_000;

/** Runs a program without a shell, and waits for it. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, environment, input = '' }: CommandOptions,
): Outcome {
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: environment,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: patience,
  });
  if (error) throw error;
  // No test of a command that is waited for ends it.
  if (signal !== null)
    throw new Error(`${program} ${args.join(' ')} was ended by ${signal}:\n${stderr}${stdout}`.slice(0, 5000));
  return { exitCode: status ?? undefined, stdout, stderr, output: `${stdout}${stderr}` };
}

/** Runs a program that has to succeed, and gives what it wrote to standard output. */
export function succeed(program: string, args: readonly string[], options: CommandOptions): string {
  const { exitCode, stdout, output } = runCommand(program, args, options);
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${exitCode}:\n${output}`);
  return stdout;
}
