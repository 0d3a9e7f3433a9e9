import { CONTRACT, GOOD, MAPPING, OTHER, OTHER_CHECK } from './bad-input.ts';
import type { BadInput } from './bad-input.ts';

const FIXTURES = { 'fixtures/event/a.json': GOOD, ...OTHER };
const contract = 'contracts/event.yaml';
const mapped = 'contractgate-hook.yaml:4:15';

function broken(title: string, content: string | Buffer, line: number, column: number, ...says: string[]): BadInput {
  return {
    title: `contract: ${title}`,
    files: { ...FIXTURES, [contract]: content },
    exitCode: 2,
    says: ['fixtures/other/bad.json', `${contract}:${line}:${column}: `, ...says, mapped],
    report: { checks: [OTHER_CHECK], problems: [{ code: 'contract', file: contract, line, column }] },
  };
}

export const CONTRACTS: readonly BadInput[] = [
  {
    title: 'contract: missing',
    files: { ...FIXTURES, [contract]: null },
    exitCode: 2,
    says: ['fixtures/other/bad.json', `${mapped}: `, `there is no contract ${contract}`],
    report: {
      checks: [OTHER_CHECK],
      problems: [{ code: 'contract', file: 'contractgate-hook.yaml', line: 4, column: 15 }],
    },
  },
  {
    title: 'contract: a folder',
    files: {
      ...FIXTURES,
      'contractgate-hook.yaml': MAPPING.replace(
        'mappings:\n',
        'mappings:\n  - { files: fixtures/event/*, contract: contracts }\n',
      ),
    },
    exitCode: 2,
    says: ['contractgate-hook.yaml:3:42: ', 'contracts'],
    report: {
      checks: [OTHER_CHECK],
      problems: [{ code: 'contract', file: 'contractgate-hook.yaml', line: 3, column: 42 }],
    },
  },
  {
    title: 'contract: too large to be one',
    files: { ...FIXTURES, [contract]: `${CONTRACT}${'#'.repeat(5_000_000)}\n` },
    exitCode: 2,
    says: ['fixtures/other/bad.json', `${contract}: the contract has 50000`, 'more than the gateway takes', mapped],
    report: { checks: [OTHER_CHECK], problems: [{ code: 'contract', file: contract }] },
  },
  broken('empty', '', 1, 1),
  broken('not UTF-8', Buffer.from('version: 1\nname: caf\u00e9\n', 'latin1'), 2, 10, 'not UTF-8', 'Save it as UTF-8'),
  broken('bad YAML', 'version: "1.0"\nname: [event\n', 3, 1),
  broken('a missing key', CONTRACT.replace('name: event\n', ''), 1, 1, 'name'),
  broken('a wrong type', CONTRACT.replace('integer', 'int'), 6, 13, 'int'),
  broken('a pattern that is none', `${CONTRACT}      pattern: '('\n`, 7, 7, 'unclosed group'),
  {
    title: 'contract: broken, and no fixture of it in the commit',
    files: { ...OTHER, [contract]: CONTRACT.replace('integer', 'int') },
    prepare: (repository) => {
      repository.git('stash', '--quiet');
      repository.commit({ 'fixtures/event/a.json': GOOD });
      repository.git('stash', 'pop', '--quiet', '--index');
    },
    exitCode: 2,
    says: [`${contract}:6:13: `, 'fixtures/event/a.json'],
    report: { checks: [OTHER_CHECK], problems: [{ code: 'contract', file: contract, line: 6, column: 13 }] },
  },
];
