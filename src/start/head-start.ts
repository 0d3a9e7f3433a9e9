import type { Environment, Git } from '../git/environment.ts';
import { startGit } from '../git/process.ts';
import type { GitProcess, StartedGits } from '../git/process.ts';
import { catFileArguments } from '../git/cat-file-arguments.ts';
import { findRepository } from '../snapshot/repository-root.ts';
import { stagedDiffArguments } from '../snapshot/staged-diff-arguments.ts';
import { onDiskArguments, trackedArguments } from '../snapshot/worktree-arguments.ts';

/** The repository, with the git processes in it that a check of what is staged is going to ask for. */
export interface HeadStart {
  readonly git: Git;
  /** Ends what nobody has asked for. */
  end(): void;
}

/**
 * Starts git for a commit, or for `--all`, before the program is read, so that it works meanwhile. Undefined for any other
 * command line; the program then does as it would without.
 */
export function headStart(argv: readonly string[], cwd: string, environment: Environment): HeadStart | undefined {
  const wanted = wantedOfGit(argv, environment);
  const git = wanted && findRepository(cwd, environment);
  if (git === undefined) return undefined;
  const started: StartedGits = new Map<string, GitProcess>();
  for (const [args, stdin] of wanted ?? []) started.set(args.join(' '), startGit(git, args, stdin));
  return {
    git: { ...git, started },
    end() {
      for (const child of started.values()) child.kill();
    },
  };
}

type Wanted = readonly (readonly [args: readonly string[], stdin: 'pipe' | 'ignore'])[];

const forCommit: Wanted = [
  [stagedDiffArguments('HEAD'), 'ignore'],
  [catFileArguments, 'pipe'],
];

/** The longer first. */
const forAll: Wanted = [
  [onDiskArguments, 'ignore'],
  [trackedArguments, 'ignore'],
];

function wantedOfGit(argv: readonly string[], environment: Environment): Wanted | undefined {
  const words = argv.filter((word) => !/^(check|--strict|--no-cache)$/.test(word));
  if (words.length === 1 && words[0] === '--all') return forAll;
  const isCommit = words.every((word) => word === '--staged') && environment['PRE_COMMIT_FROM_REF'] === undefined;
  return isCommit ? forCommit : undefined;
}
