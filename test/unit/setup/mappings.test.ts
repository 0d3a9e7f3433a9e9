import { describe, expect, it } from 'vitest';
import { configText } from '../../../src/setup/mappings/config-text.ts';
import { findContracts } from '../../../src/setup/mappings/find-contracts.ts';
import { findFixtures } from '../../../src/setup/mappings/find-fixtures.ts';
import { proposeMappings } from '../../../src/setup/mappings/propose-mappings.ts';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';
import { matchMappings } from '../../../src/mapping/plan.ts';
import { parseConfig } from '../../../src/mapping/parse-config.ts';

const contractOf = (...fields: string[]): string =>
  `version: "1"\nname: x\nontology:\n  entities:\n${fields.map((name) => `    - { name: ${name}, type: integer }\n`).join('')}`;

interface Proposed {
  /** The lines of the mappings, without the comments. */
  readonly mappings: string;
  readonly text: string;
  /** Where the mapping file leads each file. */
  readonly leads: (path: string) => string | undefined;
}

async function propose(files: Readonly<Record<string, string>>): Promise<Proposed> {
  const snapshot = memorySnapshot(new Map(Object.entries(files)));
  const contracts = await findContracts(snapshot);
  const samples = await findFixtures(snapshot, contracts);
  const paths = Object.keys(files).sort();
  const text = configText(proposeMappings(samples, contracts, paths), contracts, paths);
  const parsed = parseConfig(text, 'm.yaml');
  if (!parsed?.ok) throw new Error(`the proposal is no mapping file: ${JSON.stringify(parsed)}\n${text}`);
  const match = matchMappings(parsed.config);
  const [, block = ''] = /^mappings:.*\n((?: {2}.*\n)*)/m.exec(text) ?? [];
  const mappings = block.replace(/ #.*/g, '').replace(/^ {2}/gm, '');
  return { mappings, text, leads: (path) => match(path)?.contracts.join() };
}

const a = contractOf('a');
const b = contractOf('b');

describe('proposed mappings', () => {
  it('have a wildcard for the contract where folders are called like contracts, negative ones first', async () => {
    const { mappings, text } = await propose({
      'contracts/click.yaml': a,
      'contracts/order.yaml': b,
      'fixtures/click/web/one.json': '{"a": 1}',
      'fixtures/order/two.ndjson': '{"b": 1}\n',
      'fixtures/order/invalid/three.json': '{"b": "x"}',
    });
    expect(mappings).toBe(`- files: 'fixtures/*/invalid/**/*.{json,ndjson,jsonl}'
  contract: contracts/$1.yaml
  expect: fail
- files: 'fixtures/*/**/*.{json,ndjson,jsonl}'
  contract: contracts/$1.yaml
`);
    expect(text).toContain("contracts: 'contracts/*.yaml'");
    expect(text).toContain("fixtures: 'fixtures/**/*.{json,ndjson,jsonl}'");
  });

  it('take YAML too where there is any, negative ones before all', async () => {
    const { mappings, text } = await propose({
      'contracts/order.yaml': b,
      'fixtures/order/two.yaml': 'b: 1\n',
      'fixtures/order/invalid/three.json': '{"b": "x"}',
    });
    const formats = '{json,ndjson,jsonl,yaml,yml}';
    expect(mappings).toMatch(new RegExp(`invalid/.*${formats}.*[^]*expect: fail[^]*${formats}`.replaceAll('{', '\\{')));
    expect(text).toContain(`fixtures: 'fixtures/**/*.${formats}'`);
  });

  it('have a wildcard where files are called like contracts', async () => {
    const { mappings } = await propose({
      'schemas/click.contract.yaml': a,
      'samples/click.json': '{"a": 1}',
      'samples/click.other.json': '{"a": 2}',
    });
    expect(mappings).toBe(`- files: 'samples/*.*.{json,ndjson,jsonl}'
  contract: schemas/$1.contract.yaml
- files: 'samples/*.{json,ndjson,jsonl}'
  contract: schemas/$1.contract.yaml
`);
  });

  it('have none where it would lead other files to contracts that are not there', async () => {
    const { leads } = await propose({
      'contracts/click.yaml': a,
      'fixtures/click/one.json': '{"a": 1}',
      'fixtures/unrelated/two.json': '{"x": 1}',
    });
    expect(leads('fixtures/click/new.json')).toBe('contracts/click.yaml');
    expect(leads('fixtures/unrelated/two.json')).toBeUndefined();
  });

  it('keep packages that have contracts of the same name apart', async () => {
    const { leads } = await propose({
      'packages/one/contracts/click.yaml': a,
      'packages/one/fixtures/click/x.json': '{"a": 1}',
      'packages/two/contracts/click.yaml': b,
      'packages/two/fixtures/click/x.json': '{"b": 1}',
    });
    expect(leads('packages/one/fixtures/click/new.json')).toBe('packages/one/contracts/click.yaml');
    expect(leads('packages/two/fixtures/click/new.json')).toBe('packages/two/contracts/click.yaml');
  });

  it('find by their events files that are called otherwise, when just one contract takes them', async () => {
    const { leads } = await propose({
      'contracts/click.yaml': contractOf('a', 'b'),
      'contracts/order.yaml': contractOf('c'),
      'recorded/2026-01-01.json': '{"a": 1, "b": 2}',
      'recorded/2026-01-02.json': '{"a": 1, "b": 2}',
      'recorded/index.json': '["2026-01-01", "2026-01-02"]',
      'elsewhere/z.json': '{"z": 1}',
    });
    expect(leads('recorded/2026-01-02.json')).toBe('contracts/click.yaml');
    expect(leads('recorded/index.json')).toBeUndefined();
    expect(leads('elsewhere/z.json')).toBeUndefined();
  });

  it('take near names, by words of their own', async () => {
    const { leads } = await propose({
      'contracts/user_event.yaml': a,
      'fixtures/user-events/one.json': '{"a": 1}',
    });
    expect(leads('fixtures/user-events/two.json')).toBe('contracts/user_event.yaml');
  });

  it('leave contracts, settings of tools and folders of tools alone', async () => {
    const { leads } = await propose({
      'test/contracts/click.yaml': a,
      'test/click/one.yaml': 'a: 1',
      'click/package.json': '{"a": 1}',
      'node_modules/click/fixtures/click/x.json': '{"a": 1}',
    });
    expect(leads('test/click/one.yaml')).toBe('test/contracts/click.yaml');
    expect(leads('test/contracts/click.yaml')).toBeUndefined();
    expect(leads('click/package.json')).toBeUndefined();
    expect(leads('node_modules/click/fixtures/click/x.json')).toBeUndefined();
  });

  it('are the usual folders where there is nothing yet', async () => {
    const { leads } = await propose({ 'README.md': '' });
    expect(leads('fixtures/click/one.json')).toBe('contracts/click.yaml');
  });

  it('cope with names that a glob would take for its own', async () => {
    const { leads } = await propose({
      'contracts/click.yaml': a,
      'fixtures/[x]/{1}.json': '{"a": 1}',
      "it's/click/one.json": '{"a": 1}',
      'old (1)/{x}/click/one.json': '{"a": 1}',
    });
    expect(leads('old (1)/{x}/click/one.json')).toBe('contracts/click.yaml');
    expect(leads('fixtures/[x]/{1}.json')).toBe('contracts/click.yaml');
    expect(leads("it's/click/one.json")).toBe('contracts/click.yaml');
  });
});
