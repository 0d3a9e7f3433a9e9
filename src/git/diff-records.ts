import { decodeLatin1Path, displayPath, type RepoPath } from './path.ts';
import { nulTerminated, unexpected } from './records.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What a path was changed to. `mode` and `oid` are those after the change, zeros for a deletion; `before` is the id before it. */
export interface DiffRecord {
  readonly status: 'A' | 'M' | 'T' | 'D';
  readonly mode: string;
  readonly oid: string;
  readonly before: string;
  readonly path: RepoPath;
}

const HEADER = /^:[0-7]{6} ([0-7]{6}) ([0-9a-f]{40,}) ([0-9a-f]{40,}) ([A-Z])$/;

/**
 * Parses `diff-index --raw -z` and `diff-tree -r --raw -z`, both with `--no-renames`
 * (https://git-scm.com/docs/git-diff-index#_raw_output_format):
 *
 *     :100644 100644 bcd1234… 0123456… M NUL fixtures/lead.json NUL
 *     :000000 120000 0000000… 587be6b… A NUL latest NUL
 *     :120000 100644 587be6b… bcd1234… T NUL was-a-link.json NUL
 *     :100644 000000 bcd1234… 0000000… D NUL gone.json NUL
 *     :000000 000000 0000000… 0000000… U NUL in-conflict.json NUL
 *
 * An object id has as many digits as the repository's hash gives it. Against the `worktree` it is all zeros for a file that
 * differs from the index too: git has not read it.
 */
export function parseDiffRecords(output: Buffer, command: string, side?: 'worktree'): DiffRecord[] {
  const fields = nulTerminated(output, command);
  const records: DiffRecord[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const header = fields[at] ?? '';
    const name = fields[at + 1];
    const [, mode, before, oid, status] = HEADER.exec(header) ?? [];
    if (mode === undefined || before === undefined || oid === undefined || !name) throw unexpected(command, header);
    const path = decodeLatin1Path(name);
    if (status === 'U') throw unmerged(path);
    const isNone = /^0+$/.test(oid);
    if (!isStatus(status) || (status === 'D' ? !isNone : isNone && side !== 'worktree'))
      throw unexpected(command, header);
    records.push({ status, mode, oid, before, path });
  }
  return records;
}

function isStatus(letter: string | undefined): letter is DiffRecord['status'] {
  return letter === 'A' || letter === 'M' || letter === 'T' || letter === 'D';
}

function unmerged(path: RepoPath): SnapshotError {
  return new SnapshotError(
    `${displayPath(path)} has merge conflicts`,
    'Resolve the conflict first, then `git add` it.',
  );
}
