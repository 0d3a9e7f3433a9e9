import { spawn, type ChildProcess } from 'node:child_process';
import { gitEnvironment, type Git } from './environment.ts';
import { gitExecutable } from './executable.ts';
import { Output } from './output.ts';

/** How a git process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  /** It was ended because it passed the time limit. */
  readonly timedOut: boolean;
  /** Why it never started. */
  readonly startError: Error | undefined;
  readonly stderr: string;
}

/** A running git. */
export interface GitProcess {
  readonly stdin: ChildProcess['stdin'];
  readonly stdout: Output;
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
  try {
    const child = spawn(gitExecutable(git.environment), args, {
      cwd: git.root,
      env: gitEnvironment(git.environment),
      stdio: [stdin, 'pipe', 'pipe'],
      windowsHide: true,
    });
    return watched(child, git.timeLimit);
  } catch (error) {
    // Of what may keep a process from starting, `spawn` throws the rarer part: no memory, no permission.
    return neverStarted(error instanceof Error ? error : new Error(String(error)));
  }
}

function neverStarted(startError: Error): GitProcess {
  return {
    stdin: null,
    stdout: new Output(null),
    exit: Promise.resolve({ code: null, signal: null, timedOut: false, startError, stderr: '' }),
    kill() {},
    startClock: () => () => {},
  };
}

function watched(child: ChildProcess, timeLimit: number): GitProcess {
  let stderr = '';
  let timedOut = false;
  let startError: Error | undefined;
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < STDERR_LIMIT) stderr += chunk.toString('utf8');
  });
  // A child that has died is reported by its exit, not by the pipe to it.
  child.stdin?.on('error', () => {});

  const exit = new Promise<Exit>((resolve) => {
    child.on('error', (error) => {
      startError = error;
      // Without files left to open, it has no pipes that could close.
      if (child.pid === undefined) resolve({ code: null, signal: null, timedOut, startError, stderr });
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
    stdin: child.stdin ?? null,
    stdout: new Output(child.stdout),
    exit,
    kill,
    startClock() {
      const timer = setTimeout(() => {
        timedOut = true;
        kill();
      }, timeLimit);
      return () => clearTimeout(timer);
    },
  };
}
