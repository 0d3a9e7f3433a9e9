import type { Git } from '../git/environment.ts';
import { displayPath } from '../git/path.ts';
import { unexpected } from '../git/records.ts';
import { runGit, tryGit } from '../git/run.ts';
import { SnapshotError } from './snapshot.ts';

/** A revision as the user wrote it, and the object id of the commit that it names. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

const FETCH_HISTORY =
  'This clone is shallow: run `git fetch --unshallow`, or in CI set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab).';

const CHECK_SPELLING = 'Check how it is spelt; a branch of a remote has to be fetched first.';

const NO_COMMIT = 'There is no commit yet: check what is staged, or everything with --all.';

const NEW_BRANCH = 'Name the branch that it left, or where there is none check all of it: --all --rev REV.';

/** Finds the commit that a revision names. */
export async function resolveRevision(git: Git, name: string): Promise<Revision> {
  // What git would take for an option, and what cannot be passed to it.
  if (!/^-|\0/.test(name)) {
    // `:/words` takes all that follows for words of a commit's message.
    const peeled = name.startsWith(':/') ? name : `${name}^{commit}`;
    const { code, stdout, failure } = await tryGit(git, ['rev-parse', '--quiet', '--verify', peeled]);
    // `^main` comes back as `^` and an id.
    const commit = objectId(stdout);
    if (!failure && commit !== undefined) return { name, commit };
    if (failure && code !== 1) throw failure;
  }
  if (/^0+$/.test(name)) {
    throw new SnapshotError('an id of zeros is no revision: it stands for a branch that is new', NEW_BRANCH);
  }
  throw new SnapshotError(
    `${name === '' ? 'an empty text' : displayPath(name)} is not a revision of this repository`,
    (await isShallow(git)) ? FETCH_HISTORY : name === 'HEAD' ? NO_COMMIT : CHECK_SPELLING,
  );
}

/** The commit after which two revisions went separate ways. */
export async function mergeBase(git: Git, from: Revision, to: Revision): Promise<string> {
  const { code, stdout, failure } = await tryGit(git, ['merge-base', from.commit, to.commit]);
  if (failure && code !== 1) throw failure;
  // An id that was cut short would still name something.
  const base = objectId(stdout);
  if (base !== undefined && !failure) return base;
  if (!failure) throw unexpected('merge-base', stdout.toString('latin1'));
  throw new SnapshotError(
    `${displayPath(from.name)} and ${displayPath(to.name)} have no commit in common`,
    (await isShallow(git)) ? FETCH_HISTORY : 'Their histories are unrelated: name another base.',
  );
}

/** The id on a line of its own. */
function objectId(line: Buffer): string | undefined {
  return /^([0-9a-f]{40}(?:[0-9a-f]{24})?)\n$/.exec(line.toString('latin1'))?.[1];
}

async function isShallow(git: Git): Promise<boolean> {
  return (await runGit(git, ['rev-parse', '--is-shallow-repository'])).toString('latin1').trim() === 'true';
}
