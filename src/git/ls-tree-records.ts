import { decodeLatin1Path, type RepoPath } from './path.ts';
import { nulTerminated, unexpected } from './records.ts';

/** An entry of a tree. */
export interface TreeRecord {
  readonly mode: string;
  readonly oid: string;
  readonly path: RepoPath;
}

const RECORD = /^([0-7]{6}) (?:blob|commit) ([0-9a-f]{40,})\t([^]+)$/;

/**
 * Parses `ls-tree -r -z --full-tree` (https://git-scm.com/docs/git-ls-tree#_output_format):
 *
 *     100644 blob 587be6b… TAB fixtures/lead.json NUL
 *     160000 commit b84cbf0… TAB vendored NUL
 */
export function parseTreeRecords(output: Buffer): TreeRecord[] {
  return nulTerminated(output, 'ls-tree').map((record) => {
    const [, mode, oid, path] = RECORD.exec(record) ?? [];
    if (mode === undefined || oid === undefined || path === undefined) throw unexpected('ls-tree', record);
    return { mode, oid, path: decodeLatin1Path(path) };
  });
}
