import { GOOD, MAPPING } from './bad-input.ts';
import type { BadInput } from './bad-input.ts';

const FIXTURE = { 'fixtures/event/a.json': GOOD };
const file = 'contractgate-hook.yaml';

function broken(title: string, text: string | Buffer, line: number, column: number, ...says: string[]): BadInput {
  return {
    title: `mapping file: ${title}`,
    files: { ...FIXTURE, [file]: text },
    exitCode: 2,
    says: [`${file}:${line}:${column}: `, ...says],
    report: { checks: [], problems: [{ code: 'config', file, line, column }] },
  };
}

export const MAPPING_FILES: readonly BadInput[] = [
  {
    title: 'no mapping file',
    files: { ...FIXTURE, [file]: null },
    exitCode: 2,
    says: [
      'no mapping file',
      'contractgate-hook.yaml, contractgate-hook.yml, contractgate-hook.json',
      'package.json',
      'Create contractgate-hook.yaml',
    ],
    report: { checks: [], problems: [{ code: 'config' }] },
  },
  {
    title: 'a mapping file that is not staged',
    files: { ...FIXTURE, [file]: null },
    prepare: (repository) => repository.write(file, MAPPING),
    exitCode: 2,
    says: ['no mapping file', 'must be staged'],
    report: { checks: [], problems: [{ code: 'config' }] },
  },
  {
    title: 'no mapping file where --config says',
    files: FIXTURE,
    args: ['--config', 'ci/mapping.yaml'],
    exitCode: 2,
    says: ['ci/mapping.yaml', '--config'],
    report: { checks: [], problems: [{ code: 'config' }] },
  },
  {
    title: 'two mapping files',
    files: { ...FIXTURE, 'contractgate-hook.json': '{"version":1,"mappings":[]}' },
    exitCode: 2,
    says: ['contractgate-hook.yaml', 'contractgate-hook.json', '--config'],
    report: { checks: [], problems: [{ code: 'config' }] },
  },
  {
    title: 'a mapping file that is too large to be one',
    files: { ...FIXTURE, [file]: `${MAPPING}${'#'.repeat(5_000_000)}\n` },
    exitCode: 2,
    says: [`${file}: the mapping file has 50000`, 'the limit is 4000000'],
    report: { checks: [], problems: [{ code: 'config', file }] },
  },
  {
    title: 'a bad key in package.json',
    files: {
      ...FIXTURE,
      [file]: null,
      'package.json': '{\n  "contractgate-hook": { "version": 1, "maps": [], "mappings": [] }\n}\n',
    },
    exitCode: 2,
    says: ['package.json:2:', 'maps', 'mappings'],
    report: { checks: [], problems: [{ code: 'config', file: 'package.json', line: 2 }] },
  },
  broken('an unknown key', `${MAPPING}fixture: [fixtures/**]\n`, 5, 1, '`fixture`', '`fixtures`'),
  broken('an unknown key of a mapping', MAPPING.replace('contract:', 'contracts:'), 4, 5, '`contracts`', '`contract`'),
  broken('a wrong type', `${MAPPING}unmapped: [error]\n`, 5, 11),
  broken('a word that is none of those allowed', `${MAPPING}unmapped: eror\n`, 5, 11, '`error`'),
  broken('a list that is none', 'version: 1\nmappings: fixtures/**\n', 2, 11, 'list'),
  broken('bad YAML', 'version: 1\nmappings: [\n', 3, 1),
  broken('no YAML at all', 'version: 1\n\tmappings: []\n', 2, 1),
  broken('empty', '', 1, 1),
  broken('not UTF-8', Buffer.from(`${MAPPING}# caf\u00e9\n`, 'latin1'), 5, 6, 'not UTF-8', 'Save it as UTF-8'),
  broken('an empty glob', MAPPING.replace('fixtures/*/**', "''"), 3, 12, 'glob'),
  broken('a glob with an open brace', MAPPING.replace('fixtures/*/**', "'fixtures/*/*.{json'"), 3, 12, '`{`'),
  broken('a glob with an open bracket', `${MAPPING}fixtures: [a/**, 'f/[a.json']\n`, 5, 18, '`[`'),
  broken('a glob that is a folder', MAPPING.replace('fixtures/*/**', 'fixtures/'), 3, 12, '`fixtures/**`'),
  broken('a contract outside of the repository', MAPPING.replace('contracts/$1', '../$1'), 4, 15, 'repository'),
  broken('a version that is not known', MAPPING.replace('version: 1', 'version: 2'), 1, 10, '1'),
];
