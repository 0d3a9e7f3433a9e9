import type { Git } from './environment.ts';
import { failureOf, hasFailed } from './failure.ts';
import { startGit } from './process.ts';
import type { SnapshotError } from './snapshot-error.ts';

/** What came of a git command. `stdout` counts only where there is no failure. */
export interface Outcome {
  readonly stdout: Buffer;
  readonly code: number | null;
  readonly failure: SnapshotError | undefined;
}

/** Runs git without input and takes what it wrote, as bytes. Throws `SnapshotError` unless it exited with 0. */
export async function runGit(git: Git, args: readonly string[]): Promise<Buffer> {
  const { stdout, failure } = await tryGit(git, args);
  if (failure) throw failure;
  return stdout;
}

/** As `runGit`, where a failure may mean something. */
export async function tryGit(git: Git, args: readonly string[]): Promise<Outcome> {
  const child = startGit(git, args, 'ignore');
  const stopClock = child.startClock();
  const chunks: Buffer[] = [];
  for (let next = await child.stdout.next(); !next.done; next = await child.stdout.next()) chunks.push(next.value);
  const exit = await child.exit;
  stopClock();
  const failure = hasFailed(exit) ? failureOf(args[0] ?? '', exit, git.timeLimit) : undefined;
  return { stdout: Buffer.concat(chunks), code: exit.code, failure };
}
