import { gitNotFound } from './executable.ts';
import { displayPath } from './path.ts';
import type { Exit } from './process.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What git's own words call for. */
const HINTS: readonly (readonly [words: RegExp, hint: string])[] = [
  // fatal: detected dubious ownership in repository at '/repo'
  // To add an exception for this directory, call:
  //
  // 	git config --global --add safe.directory /repo
  [/^\s*(git config --global --add safe\.directory .+)$/m, 'If you trust this repository, run: $1'],
  [/index file corrupt|bad signature|index file smaller than expected/, 'Run `git status`: it says what is wrong.'],
  [/could not fetch|lazy fetching/, 'This is a partial clone and its remote did not answer: run `git fetch` first.'],
];

/** Whether git did what it was asked to. A signal is a failure even where there was output. */
export function hasFailed(exit: Exit): boolean {
  return exit.code !== 0 || exit.signal !== null || exit.timedOut || exit.startError !== undefined;
}

/** Why `git <command>` failed, in git's own words where it had any. */
export function failureOf(command: string, exit: Exit, timeLimit: number): SnapshotError {
  if (exit.startError instanceof SnapshotError) return exit.startError;
  if (exit.startError && 'code' in exit.startError && exit.startError.code === 'ENOENT') return gitNotFound();
  if (exit.startError) return new SnapshotError(`git could not be started: ${exit.startError.message}`);
  if (exit.timedOut) {
    return new SnapshotError(
      `git ${command} did not answer within ${timeLimit / 1000} seconds`,
      'Try the same command by hand, or raise the time limit.',
    );
  }
  if (exit.signal !== null) return new SnapshotError(`git ${command} was killed by ${exit.signal}`);
  // Only where git was told of no repository: `not a git repository: /gone` says which one it misses.
  if (/^fatal: not a git repository \(or any /m.test(exit.stderr)) return noRepository();
  const words = ownWords(exit.stderr);
  if (words === '') return new SnapshotError(`git ${command} failed with exit code ${exit.code} and said nothing`);
  return new SnapshotError(`git ${command} failed: ${displayPath(words)}`, hintFor(exit.stderr));
}

/** Git looks in the folder and in all above. */
function noRepository(): SnapshotError {
  return new SnapshotError(
    'this is no git repository, so that nothing is staged or committed here',
    'Name the files to check, or check the whole folder with --all: both work without git.',
  );
}

/** The line that says what went wrong: the first that is `fatal:` or `error:`, or else the last. */
function ownWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((candidate) => /^(fatal|error): /.test(candidate)) ?? lines.at(-1) ?? '';
  return line.replace(/^(fatal|error): /, '').trim();
}

function hintFor(stderr: string): string | undefined {
  for (const [words, hint] of HINTS) {
    const found = words.exec(stderr);
    if (found) return hint.replace('$1', found[1] ?? '');
  }
  return undefined;
}
