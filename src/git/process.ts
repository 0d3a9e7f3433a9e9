import { spawn, type ChildProcess } from 'node:child_process';
import { gitEnvironment, type Git } from './environment.ts';
import { gitExecutable } from './executable.ts';

/** How a git process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  /** It was ended because it passed the time limit. */
  readonly timedOut: boolean;
  /** Why it never started. */
  readonly startError: NodeJS.ErrnoException | undefined;
  readonly stderr: string;
}

/** A running git. */
export interface GitProcess {
  readonly stdin: ChildProcess['stdin'];
  readonly stdout: AsyncIterator<Buffer>;
  /** Never rejects. */
  readonly exit: Promise<Exit>;
  /** Starts the clock; the function that is returned stops it. */
  startClock(): () => void;
  /** Ends it now. It reads only, so that nothing is left half done. */
  kill(): void;
}

/** Running gits by their arguments, joined with spaces. Each is given away once. */
export type StartedGits = Map<string, GitProcess>;

// Enough for git's words; a flood of warnings is not kept.
const STDERR_LIMIT = 65_536;

/** Starts git, unless it was started already. Whatever goes wrong, starting included, shows in `exit`. */
export function startGit(git: Git, args: readonly string[], stdin: 'pipe' | 'ignore'): GitProcess {
  const name = args.join(' ');
  const started = git.started?.get(name);
  if (started !== undefined) {
    git.started?.delete(name);
    return started;
  }
  const child = spawn(gitExecutable(git.environment), args, {
    cwd: git.root,
    env: gitEnvironment(git.environment),
    stdio: [stdin, 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  let timedOut = false;
  let startError: NodeJS.ErrnoException | undefined;
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < STDERR_LIMIT) stderr += chunk.toString('utf8');
  });
  // A child that has died is reported by its exit, not by the pipe to it.
  child.stdin?.on('error', () => {});

  const exit = new Promise<Exit>((resolve) => {
    child.on('error', (error) => {
      startError = error;
    });
    child.on('close', (code, signal) => resolve({ code, signal, timedOut, startError, stderr }));
  });

  const kill = () => {
    child.kill('SIGKILL');
    // Its own children may hold the pipes open: do not wait for those.
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
  };

  return {
    stdin: child.stdin,
    stdout: readable(child.stdout),
    exit,
    kill,
    startClock() {
      const timer = setTimeout(() => {
        timedOut = true;
        kill();
      }, git.timeLimit);
      return () => clearTimeout(timer);
    },
  };
}

/** A destroyed stream ends, as one that was closed does: what that means is for the reader of `exit` to say. */
async function* readable(stream: ChildProcess['stdout']): AsyncGenerator<Buffer> {
  try {
    if (stream !== null) yield* stream as AsyncIterable<Buffer>;
  } catch {
    // ERR_STREAM_PREMATURE_CLOSE
  }
}
