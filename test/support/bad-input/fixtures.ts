import { BAD, GOOD, MAPPING } from './bad-input.ts';
import type { BadInput } from './bad-input.ts';

/** Text that is no event: a violation with its place. A fixture next to it is judged all the same. */
function unreadable(name: string, content: string | Buffer, line: number, column: number, ...says: string[]): BadInput {
  const file = `fixtures/event/${name}`;
  const record = name.endsWith('.ndjson') ? line - 1 : 0;
  return {
    title: `fixture: ${name}`,
    files: { [file]: content, 'fixtures/event/good.json': GOOD },
    exitCode: 1,
    says: [file, `${line}:${column} `, ...says, 'invalid_json'],
    report: {
      problems: [],
      checks: [
        { file: 'fixtures/event/good.json', passed: true },
        { file, passed: false, violations: [{ kind: 'invalid_json', record, line, column }] },
      ],
    },
  };
}

/** A file that nobody could judge. */
function unjudged(title: string, input: Omit<BadInput, 'title' | 'exitCode' | 'report'>): BadInput {
  const [file = ''] = Object.keys(input.files ?? {});
  return {
    ...input,
    title: `fixture: ${title}`,
    exitCode: 2,
    report: { checks: [], problems: [{ code: 'fixture', file }] },
  };
}

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;
const utf16 = Buffer.from('\ufeff{"id":1}\n', 'utf16le');
const gzip = Buffer.from('1f8b08000000000000ff', 'hex');

export const FIXTURES: readonly BadInput[] = [
  unreadable('z-empty.json', '', 1, 1, 'empty'),
  unreadable('z-empty.ndjson', '', 1, 1, 'empty'),
  unreadable('z-empty.yaml', '', 1, 1, 'empty'),
  unreadable('z-blank.json', '\n\n', 1, 1, 'empty'),
  unreadable('z-blank.ndjson', '\n\n', 1, 1, 'empty'),
  unreadable('z-blank.yaml', '\n\n', 1, 1, 'empty'),
  unreadable('z-truncated.json', '{"id":1', 1, 8),
  unreadable('z-trailing.json', '{"id":1}\n}', 2, 1),
  unreadable('z-truncated.ndjson', '{"id":1}\n{"id":\n', 2, 7),
  unreadable('z-broken.yaml', 'id: [1\n', 1, 7),
  unreadable('z-bom.json', `\ufeff${GOOD}`, 1, 1, 'byte order mark'),
  unreadable('z-bom.ndjson', `\ufeff${GOOD}`, 1, 1, 'byte order mark'),
  unreadable('z-utf-16.json', utf16, 1, 1, 'UTF-16'),
  unreadable('z-utf-16.ndjson', utf16, 1, 1, 'UTF-16'),
  unreadable('z-utf-16.yaml', utf16, 1, 1, 'UTF-16'),
  unreadable('z-binary.json', gzip, 1, 4, 'binary'),
  unreadable('z-binary.ndjson', gzip, 1, 4, 'binary'),
  unreadable('z-latin-1.json', Buffer.from('{"id":"caf\u00e9"}\n', 'latin1'), 1, 11, 'UTF-8'),
  unreadable('z-latin-1.ndjson', Buffer.from('{"id":1}\n{"id":"\u00e9"}\n', 'latin1'), 2, 8, 'UTF-8'),
  unjudged('a Git LFS pointer', {
    files: { 'fixtures/event/large.json': LFS_POINTER },
    says: ['fixtures/event/large.json', 'Git LFS pointer'],
  }),
  unjudged('a Git LFS pointer as NDJSON', {
    files: { 'fixtures/event/large.ndjson': LFS_POINTER },
    says: ['fixtures/event/large.ndjson', 'Git LFS pointer'],
  }),
  unjudged('over the limit of the command line', {
    files: { 'fixtures/event/large.json': GOOD },
    args: ['--max-file-size', '5'],
    says: ['fixtures/event/large.json', '9 bytes', 'limit is 5', 'maxFileSize'],
  }),
  unjudged('over the limit of the mapping file', {
    files: { 'fixtures/event/large.yaml': 'id: 1\n', 'contractgate-hook.yaml': `${MAPPING}maxFileSize: 5\n` },
    says: ['fixtures/event/large.yaml', '6 bytes', 'limit is 5'],
  }),
  {
    title: 'fixture: NDJSON is read in pieces, whatever its size',
    files: { 'fixtures/event/large.ndjson': `${GOOD}${BAD}` },
    args: ['--max-file-size', '5'],
    exitCode: 1,
    says: ['fixtures/event/large.ndjson', '2:7 '],
    report: { problems: [], checks: [{ events: 2, failedEvents: 1 }] },
  },
  unjudged('an extension that tells no format', {
    files: { 'fixtures/event/a.txt': GOOD },
    says: ['fixtures/event/a.txt', 'format:'],
  }),
];
