import { describe, expect, test } from 'vitest';
import { parseCatFileHeader } from '../../../src/git/cat-file-header.ts';
import { parseDiffRecords } from '../../../src/git/diff-records.ts';
import { parseIndexRecords, parseWorktreeRecords } from '../../../src/git/ls-files-records.ts';
import { parseTreeRecords } from '../../../src/git/ls-tree-records.ts';
import { SnapshotError } from '../../../src/git/snapshot-error.ts';

const ONE = '1'.repeat(40);
const TWO = '2'.repeat(40);
const NONE = '0'.repeat(40);
const LONG = 'a'.repeat(64);

/** One byte for each character, as git writes them. */
const raw = (...records: string[]): Buffer => Buffer.from(records.map((record) => `${record}\0`).join(''), 'latin1');
const pairs = (...records: [header: string, path: string][]): Buffer => raw(...records.flat());
const diff = (output: Buffer) => parseDiffRecords(output, 'diff-index');

describe('diff-index --raw -z', () => {
  test('additions, modifications, changes of type and deletions', () => {
    const output = pairs(
      [`:000000 100644 ${NONE} ${ONE} A`, 'a.json'],
      [`:100644 100755 ${ONE} ${TWO} M`, ':100644 in a\tname\n'],
      [`:120000 100644 ${ONE} ${TWO} T`, ' caf\xe9'],
      [`:100644 000000 ${ONE} ${NONE} D`, 'gone'],
    );
    expect(diff(output)).toEqual([
      { status: 'A', mode: '100644', before: NONE, oid: ONE, path: 'a.json' },
      { status: 'M', mode: '100755', before: ONE, oid: TWO, path: ':100644 in a\tname\n' },
      { status: 'T', mode: '100644', before: ONE, oid: TWO, path: ' caf\udce9' },
      { status: 'D', mode: '000000', before: ONE, oid: NONE, path: 'gone' },
    ]);
  });

  test('object ids of SHA-256', () => {
    const output = raw(`:000000 100644 ${'0'.repeat(64)} ${LONG} A`, 'a');
    expect(diff(output)[0]?.oid).toBe(LONG);
  });

  test('nothing', () => {
    expect(diff(Buffer.alloc(0))).toEqual([]);
  });

  test('a conflict', () => {
    expect(() => diff(raw(`:000000 000000 ${NONE} ${NONE} U`, 'both\n.json'))).toThrow(
      new SnapshotError('both\\n.json has merge conflicts', 'Resolve the conflict first, then `git add` it.'),
    );
  });

  const added = `:000000 100644 ${NONE} ${ONE} A`;
  test.each([
    ['a path without its end', Buffer.from(`${added}\0a.json`)],
    ['a header without its end', Buffer.from(added)],
    ['a header without a path', raw(added)],
    ['an empty path', raw(added, '')],
    ['a rename, which has two paths', raw(`:100644 100644 ${ONE} ${ONE} R100`, 'a', 'b')],
    ['an unknown status', raw(`:100644 100644 ${ONE} ${TWO} X`, 'a')],
    ['an abbreviated id', raw(`:100644 100644 1111111 2222222 M`, 'a')],
    ['an addition without an id', raw(`:000000 100644 ${NONE} ${NONE} A`, 'a')],
    ['a deletion with an id', raw(`:100644 000000 ${ONE} ${TWO} D`, 'a')],
    ['a record of a merge', raw(`::100644 100644 100644 ${ONE} ${ONE} ${TWO} MM`, 'a')],
    ['a message', raw('warning: something')],
  ])('%s is refused', (_, output) => {
    expect(() => diff(output)).toThrow(SnapshotError);
  });
});

describe('ls-files -v -s -z', () => {
  test('tags, modes and names with tabs', () => {
    const output = raw(`H 100644 ${ONE} 0\ta\tb.json`, `S 120000 ${LONG} 0\tleft/out\xff`, `h 100644 ${TWO} 0\tz`);
    expect(parseIndexRecords(output)).toEqual([
      { mode: '100644', oid: ONE, path: 'a\tb.json', skipWorktree: false, assumeUnchanged: false },
      { mode: '120000', oid: LONG, path: 'left/out\udcff', skipWorktree: true, assumeUnchanged: false },
      { mode: '100644', oid: TWO, path: 'z', skipWorktree: false, assumeUnchanged: true },
    ]);
  });

  test('the stages of a conflict are one file', () => {
    const output = raw(
      `M 100644 ${ONE} 1\tboth`,
      `M 100644 ${TWO} 2\tboth`,
      `M 100644 ${ONE} 3\tboth`,
      `H 100644 ${ONE} 0\tz`,
    );
    expect(parseIndexRecords(output).map(({ path }) => path)).toEqual(['both', 'z']);
  });

  test.each([
    ['no end', Buffer.from(`H 100644 ${ONE} 0\ta`)],
    ['no tab', raw(`H 100644 ${ONE} 0 a`)],
    ['no path', raw(`H 100644 ${ONE} 0\t`)],
    ['no tag', raw(`100644 ${ONE} 0\ta`)],
    ['an unknown stage', raw(`H 100644 ${ONE} 7\ta`)],
    ['nothing at all', raw('')],
  ])('%s is refused', (_, output) => {
    expect(() => parseIndexRecords(output)).toThrow(SnapshotError);
  });

  test('what is untracked, what is gone and what has changed', () => {
    const output = raw(
      '? new.json',
      '? H 100644 x',
      '? nested/',
      'R gone.json',
      'C gone.json',
      'R gone.json',
      'C edited.json',
    );
    expect(parseWorktreeRecords(output)).toEqual({
      untracked: ['new.json', 'H 100644 x'],
      removed: new Set(['gone.json']),
      modified: new Set(['gone.json', 'edited.json']),
    });
  });

  test.each([
    ['no end', Buffer.from('? a')],
    ['no path', raw('? ')],
    ['another tag', raw('H a')],
  ])('%s is refused', (_, output) => {
    expect(() => parseWorktreeRecords(output)).toThrow(SnapshotError);
  });
});

describe('ls-tree -r -z', () => {
  test('blobs and submodules', () => {
    expect(parseTreeRecords(raw(`100644 blob ${ONE}\ta\tb`, `160000 commit ${TWO}\tvendored`))).toEqual([
      { mode: '100644', oid: ONE, path: 'a\tb' },
      { mode: '160000', oid: TWO, path: 'vendored' },
    ]);
  });

  test.each([
    ['no end', Buffer.from(`100644 blob ${ONE}\ta`)],
    ['a tree', raw(`040000 tree ${ONE}\tfolder`)],
    ['no path', raw(`100644 blob ${ONE}\t`)],
    ['no tab', raw(`100644 blob ${ONE}`)],
  ])('%s is refused', (_, output) => {
    expect(() => parseTreeRecords(output)).toThrow(SnapshotError);
  });
});

describe('cat-file --batch', () => {
  test.each([
    [`${ONE} blob 12`, ONE, { kind: 'object', oid: ONE, type: 'blob', size: 12 }],
    [`${LONG} tree 0`, ':0:a', { kind: 'object', oid: LONG, type: 'tree', size: 0 }],
    [':0:no such missing', ':0:no such', { kind: 'missing' }],
    ['1111 ambiguous', '1111', { kind: 'ambiguous' }],
    [`${ONE} submodule`, ':0:sub', { kind: 'submodule' }],
    // A name that is made to look like an answer.
    [`${ONE} blob 5 missing`, `${ONE} blob 5`, { kind: 'missing' }],
  ])('%s', (line, name, header) => {
    expect(parseCatFileHeader(line, name)).toEqual(header);
  });

  test.each([
    ['another missing'],
    [`${ONE} blob`],
    [`${ONE} blob -1`],
    [`${ONE} blob 1e3`],
    ['11 blob 3'],
    [''],
    [`${TWO} blob 3`],
  ])('"%s" is no answer', (line) => {
    expect(parseCatFileHeader(line, ONE)).toBeUndefined();
  });
});
