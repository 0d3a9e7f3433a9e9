import { decodeLatin1Path, type RepoPath } from './path.ts';
import { nulTerminated, unexpected } from './records.ts';

/** An entry of the index. */
export interface IndexRecord {
  readonly mode: string;
  readonly oid: string;
  readonly path: RepoPath;
  /** The worktree leaves it out (sparse checkout, `update-index --skip-worktree`). */
  readonly skipWorktree: boolean;
  /** Git was told not to look whether it has changed (`update-index --assume-unchanged`). */
  readonly assumeUnchanged: boolean;
}

const INDEX_RECORD = /^([HSMhsm]) ([0-7]{6}) ([0-9a-f]{40,}) [0-3]\t([^]+)$/;

/**
 * Parses `ls-files -v -s -z --cached` (https://git-scm.com/docs/git-ls-files#_output):
 *
 *     H 100644 587be6b… 0 TAB fixtures/lead.json NUL
 *     S 100644 975fbec… 0 TAB left/out.json NUL         skip-worktree
 *     h 100644 587be6b… 0 TAB assumed.json NUL          small letters: assume-unchanged
 *     M 100644 c59d9b6… 2 TAB in-conflict.json NUL      one record for each of the stages 1 to 3 that there are
 */
export function parseIndexRecords(output: Buffer): IndexRecord[] {
  const records: IndexRecord[] = [];
  for (const text of nulTerminated(output, 'ls-files')) {
    const record = parseIndexRecord(text);
    // The stages of a path follow each other.
    if (records.at(-1)?.path !== record.path) records.push(record);
  }
  return records;
}

function parseIndexRecord(record: string): IndexRecord {
  const [, tag = '', mode, oid, name] = INDEX_RECORD.exec(record) ?? [];
  if (mode === undefined || oid === undefined || name === undefined) throw unexpected('ls-files', record);
  return { mode, oid, path: decodeLatin1Path(name), skipWorktree: /s/i.test(tag), assumeUnchanged: /[a-z]/.test(tag) };
}

/** The paths with a certain end (ASCII) in the same output, of which nothing else is parsed. */
export function pathsEndingIn(end: string, output: Buffer): RepoPath[] {
  const paths: RepoPath[] = [];
  const wanted = `${end}\0`;
  for (let at = output.indexOf(wanted); at !== -1; at = output.indexOf(wanted, at + wanted.length)) {
    const start = output.lastIndexOf(0, at) + 1;
    paths.push(parseIndexRecord(output.toString('latin1', start, at + end.length)).path);
  }
  return paths;
}

/** Whether any record of the same output could be of a file that the worktree leaves out. */
export function mayHaveSkipped(output: Buffer): boolean {
  // Of what is cut off nobody knows what it would have said.
  nulTerminated(output.subarray(output.lastIndexOf(0) + 1), 'ls-files');
  return /^s/i.test(output.toString('latin1', 0, 1)) || output.includes('\0S ') || output.includes('\0s ');
}

/** How the worktree differs from the index in what there is. */
export interface WorktreeRecords {
  readonly untracked: readonly RepoPath[];
  readonly removed: ReadonlySet<RepoPath>;
  /** Tracked, and not what the index has. */
  readonly modified: ReadonlySet<RepoPath>;
}

/**
 * Parses `ls-files -t -z --others --deleted --modified --exclude-standard`:
 *
 *     ? notes/new.json NUL     untracked
 *     ? vendored/ NUL          a repository inside this one, which is not ours
 *     R gone.json NUL          tracked, but no longer on disk (also told as C)
 *     C edited.json NUL        on disk it is not what the index has; git has read it where the time could not tell
 */
export function parseWorktreeRecords(output: Buffer): WorktreeRecords {
  const untracked: RepoPath[] = [];
  const removed = new Set<RepoPath>();
  const modified = new Set<RepoPath>();
  for (const record of nulTerminated(output, 'ls-files')) {
    const tag = record.slice(0, 2);
    const path = decodeLatin1Path(record.slice(2));
    if (!/^[?RC] $/.test(tag) || path === '') throw unexpected('ls-files', record);
    if (tag === 'R ') removed.add(path);
    else if (tag === 'C ') modified.add(path);
    else if (!path.endsWith('/')) untracked.push(path);
  }
  return { untracked, removed, modified };
}
