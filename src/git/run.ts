import type { Git } from './environment.ts';
import { failureOf, hasFailed } from './failure.ts';
import { startGit } from './process.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Bytes that a command may write: some millions of paths, and no more than fits in one string of V8's. */
const OUTPUT_LIMIT = 400_000_000;

/** What came of a git command. `stdout` counts only where there is no failure. */
export interface Outcome {
  readonly stdout: Buffer;
  readonly code: number | null;
  readonly failure: SnapshotError | undefined;
}

/** Runs git, without input or with one of latin1, and takes what it wrote, as bytes. Throws `SnapshotError` unless it exited with 0. */
export async function runGit(git: Git, args: readonly string[], input?: string): Promise<Buffer> {
  const { stdout, failure } = await tryGit(git, args, input);
  if (failure) throw failure;
  return stdout;
}

/** As `runGit`, where a failure may mean something. */
export async function tryGit(git: Git, args: readonly string[], input?: string): Promise<Outcome> {
  const child = startGit(git, args, input === undefined ? 'ignore' : 'pipe');
  child.stdin?.end(input, 'latin1');
  const stopClock = child.startClock();
  const chunks: Buffer[] = [];
  let length = 0;
  for (let bytes = await child.stdout.next(); bytes !== undefined; bytes = await child.stdout.next()) {
    chunks.push(bytes);
    length += bytes.length;
    if (length > OUTPUT_LIMIT) child.kill();
  }
  const exit = await child.exit;
  stopClock();
  const command = args[0] ?? '';
  const failure =
    length > OUTPUT_LIMIT
      ? new SnapshotError(`git ${command} wrote more than ${OUTPUT_LIMIT / 1e6} MB`)
      : hasFailed(exit)
        ? failureOf(command, exit, git.timeLimit)
        : undefined;
  return { stdout: Buffer.concat(chunks), code: exit.code, failure };
}
