import { describe, expect, it } from 'vitest';
import { findCoverage } from '../../../src/inspect/coverage.ts';
import { explainPath } from '../../../src/inspect/explain-path.ts';
import { explainText } from '../../../src/inspect/explain-text.ts';
import { listJson, listText } from '../../../src/inspect/list-text.ts';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';
import { contract } from '../../support/check-memory.ts';

const files = new Map(
  Object.entries({
    'contractgate-hook.yaml': `version: 1
mappings:
  - files: fixtures/*/bad/**
    contract: contracts/$1.yaml
    expect: fail
    kinds: type_mismatch
  - files: fixtures/*/**
    exclude: "**/*.md"
    contract: contracts/$1.yaml
  - files: nowhere/*.json
    contract: contracts/t.yaml
contracts: contracts/**
fixtures: ["fixtures/**", "recorded/**"]
`,
    'contracts/t.yaml': contract,
    'contracts/idle.yaml': contract,
    'contracts/broken.yaml': 'name: [',
    'fixtures/t/bad/x.json': '{}',
    'fixtures/t/y.json': '{}',
    'fixtures/t/README.md': '',
    'fixtures/broken/z.txt': '',
    'recorded/\u001b[2J.json': '{}',
    'Nowhere/UP.JSON': '{}',
  }),
);
const snapshot = memorySnapshot(files);

async function explain(path: string): Promise<string> {
  const result = await explainPath(snapshot, path, undefined);
  return result.ok ? explainText(result.explanation) : JSON.stringify(result.problems);
}

describe('explain', () => {
  it('tells the mapping of a fixture, its contract and version, and why not the other mappings', async () => {
    expect(await explain('fixtures/t/bad/x.json')).toBe(`fixtures/t/bad/x.json
  mapped by  contractgate-hook.yaml:3:5 fixtures/*/bad/** ($1 = t)
  contract   contracts/t.yaml (t 1)
  format     json
  expected   every event fails as type_mismatch
  to check   contractgate-hook fixtures/t/bad/x.json
  not by     contractgate-hook.yaml:7:5 fixtures/*/**: it matches too, but an earlier mapping decides
  not by     contractgate-hook.yaml:10:5 nowhere/*.json: no glob of it matches
  content    of memory, as are the mapping file and contracts
`);
  });

  it('tells why nothing is checked', async () => {
    const readme = await explain('fixtures/t/README.md');
    expect(readme).toContain('under `fixtures` of contractgate-hook.yaml, but no mapping matches it');
    expect(readme).toContain('contractgate-hook.yaml:7:5 fixtures/*/**: `exclude: **/*.md` leaves it out');
    expect(await explain('other/absent.json')).toContain('there is no such file in memory; its name alone is judged');
  });

  it('tells where letter case alone decides', async () => {
    expect(await explain('Nowhere/UP.JSON')).toBe(`Nowhere/UP.JSON
  is       nothing to check: no mapping of contractgate-hook.yaml matches it
  not by   contractgate-hook.yaml:3:5 fixtures/*/bad/**: no glob of it matches
  not by   contractgate-hook.yaml:7:5 fixtures/*/**: no glob of it matches
  not by   contractgate-hook.yaml:10:5 nowhere/*.json: \`nowhere/*.json\` would match if letter case did not count
  content  of memory, as are the mapping file and contracts
`);
  });

  it('tells what a contract and the mapping file govern', async () => {
    expect(await explain('contracts/t.yaml')).toBe(`contracts/t.yaml
  is        a contract: a change of it has the fixtures that it governs checked
  governs   fixtures/t/bad/x.json
  governs   fixtures/t/y.json
  to check  contractgate-hook fixtures/t/bad/x.json fixtures/t/y.json
  content   of memory, as are the mapping file and contracts
`);
    expect(await explain('contractgate-hook.yaml')).toContain('governs   fixtures/broken/z.txt');
  });

  it('tells of a contract that cannot be used, and of an extension without a format', async () => {
    const text = await explain('fixtures/broken/z.txt');
    expect(text).toMatch(/contract {3}contracts\/broken\.yaml:1:\d+: cannot be used: the gateway refuses the contract/);
    expect(text).toContain('unknown: the extension tells none');
  });
});

describe('list', () => {
  it('has fixtures × contracts, idle mappings, contracts without a fixture, fixtures without a mapping', async () => {
    const found = await findCoverage(snapshot, undefined);
    if (!found.ok) throw new Error('no coverage');
    const text = listText(found.coverage);
    expect(text).toContain(`contractgate-hook.yaml:7:5 fixtures/*/**
  contracts/broken.yaml:1:`);
    expect(text).toContain('\n  contracts/t.yaml (t 1)\n    fixtures/t/y.json\n');
    expect(text).toContain('contractgate-hook.yaml:10:5 nowhere/*.json\n  matches no file\n');
    expect(text).toContain('Contracts that no fixture exercises:\n  contracts/idle.yaml (t 1)\n\n');
    expect(text).toContain('Fixtures that no mapping matches:\n  fixtures/t/README.md\n  recorded/\\u{1b}[2J.json\n');
    expect(text).toContain(
      'Not checked, since letter case counts in globs:\n  Nowhere/UP.JSON: contractgate-hook.yaml:10:5 nowhere/*.json\n',
    );
    expect(text).toMatch(/\n3 fixtures, 3 contracts, 3 mappings, 1 of them without a file\n$/);

    expect(JSON.parse(listJson(found.coverage, 'memory'))).toMatchObject({
      mappingFile: 'contractgate-hook.yaml',
      fixtures: [
        { file: 'fixtures/broken/z.txt', format: null, contracts: ['contracts/broken.yaml'] },
        { file: 'fixtures/t/bad/x.json', mapping: { line: 3, column: 5 }, expect: 'fail' },
        { file: 'fixtures/t/y.json', format: 'json', contracts: ['contracts/t.yaml'] },
      ],
      contracts: [
        { path: 'contracts/broken.yaml', problem: { code: 'contract' }, fixtures: 1 },
        { path: 'contracts/idle.yaml', name: 't', version: '1', fixtures: 0 },
        { path: 'contracts/t.yaml', fixtures: 2 },
      ],
      idleMappings: [{ line: 10, column: 5 }],
      unexercisedContracts: ['contracts/idle.yaml'],
      nearMisses: [{ file: 'Nowhere/UP.JSON', mapping: { line: 10, column: 5 }, glob: 'nowhere/*.json' }],
      unmappedFixtures: ['fixtures/t/README.md', 'recorded/\u001b[2J.json'],
    });
  });
});
