import { decodePath, type RepoPath } from './path.ts';
import { nulTerminated, unexpected } from './records.ts';

/** An entry of a tree. */
export interface TreeRecord {
  readonly mode: string;
  readonly oid: string;
  readonly path: RepoPath;
}

const HEADER = /^([0-7]{6}) (?:blob|commit) ([0-9a-f]{40,})$/;
const TAB = 9;

/**
 * Parses `ls-tree -r -z --full-tree` (https://git-scm.com/docs/git-ls-tree#_output_format):
 *
 *     100644 blob 587be6b… TAB fixtures/lead.json NUL
 *     160000 commit b84cbf0… TAB vendored NUL
 */
export function parseTreeRecords(output: Buffer): TreeRecord[] {
  return nulTerminated(output, 'ls-tree').map((record) => {
    const tab = record.indexOf(TAB);
    const [, mode, oid] = HEADER.exec(record.toString('latin1', 0, Math.max(tab, 0))) ?? [];
    if (mode === undefined || oid === undefined || tab + 1 === record.length) {
      throw unexpected('ls-tree', record.toString('latin1'));
    }
    return { mode, oid, path: decodePath(record.subarray(tab + 1)) };
  });
}
