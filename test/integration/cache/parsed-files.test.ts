import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exactJson } from '../../../src/cache/exact-json.ts';
import { ParsedFiles } from '../../../src/cache/parsed-files.ts';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { Float } from '../../../src/json-value.ts';
import { parseConfig } from '../../../src/mapping/parse-config.ts';
import { readVectors } from '../../conformance/vectors.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const open = (version = '1.0.0') => new ParsedFiles(folder.path, version);
const files = () => readdirSync(join(folder.path, 'parsed')).map((name) => join(folder.path, 'parsed', name));

function remember(value: object, oid = 'a1'): void {
  const parsed = open();
  parsed.remember('contract', oid, value);
  parsed.keep();
}

test('what one run has parsed, the next knows: by kind and blob', () => {
  remember({ name: 'one' });
  expect(open().recall('contract', 'a1')).toEqual({ name: 'one' });
  expect(open().recall('mapping', 'a1')).toBeUndefined();
  expect(open().recall('contract', 'a2')).toBeUndefined();
});

test('another version of the program believes none of it', () => {
  remember({ name: 'one' });
  expect(open('1.0.1').recall('contract', 'a1')).toBeUndefined();
});

test('a contract and a mapping file come back as they were', () => {
  const text = `version: "1"
name: t
ontology:
  entities:
    - { name: a, type: string, required: false, enum: [x, 1, 1.5, null, { k: [true] }], min_length: 2, note: unknown }
    - { name: o, type: object, properties: [{ name: p, type: integer, min: -3, transform: { kind: mask } }] }
quality: [{ field: a, type: freshness, max_age_seconds: 60 }]
metrics: [{ name: m, field: a, max: 10.25 }]
`;
  const contract = parseContract(text);
  const config = parseConfig(
    'version: 1\nmappings: [{ files: ["a/*/**", "[!b]/{c,d}.json"], exclude: e/**, contract: c/$1.yaml }]\nfreshness: now\n',
    'contractgate-hook.yaml',
  );
  if (!contract.ok || !config?.ok) throw new Error('neither has anything to complain of');
  const parsed = open();
  parsed.remember('contract', 'c', contract.contract);
  parsed.remember('mapping', 'm', config.config);
  parsed.keep();
  expect(open().recall('contract', 'c')).toStrictEqual(contract.contract);
  expect(open().recall('mapping', 'm')).toStrictEqual(config.config);
});

test('so does every contract of the conformance vectors that JSON can say', () => {
  const contracts = [...readVectors('handmade'), ...readVectors('generated')].flatMap(({ contract }) => {
    const result = parseContract(contract);
    return result.ok ? [result.contract] : [];
  });
  const kept = contracts.map((contract) => ({ contract, text: exactJson(contract) }));
  const said = kept.flatMap(({ contract, text }) => (text === undefined ? [] : [{ contract, text }]));
  expect(said.length).toBeGreaterThan(kept.length / 2);
  expect(said.map(({ text }) => JSON.parse(text) as unknown)).toStrictEqual(said.map(({ contract }) => contract));
});

test.each<[string, unknown]>([
  ['infinity', Infinity],
  ['no number', NaN],
  ['the negative zero', -0],
  ['a bigint', 2n ** 60n],
  ['a float that is integral', new Float(1)],
  ['very much', Array.from({ length: 60_000 }, () => 1)],
])('what JSON cannot say is not kept: %s', (_, value) => {
  expect(exactJson({ deep: [{ value }] })).toBeUndefined();
  remember({ deep: [{ value }] });
  expect(open().recall('contract', 'a1')).toBeUndefined();
});

test('a value that shares its parts without end is given up soon', () => {
  let value: object = { end: 1 };
  for (let depth = 0; depth < 60; depth++) value = { left: value, right: value };
  expect(exactJson(value)).toBeUndefined();
});

describe('a file that is not as it was written is not there:', () => {
  test.each<[string, (content: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('Not Found')],
    ['cut off', (content) => content.subarray(0, -1)],
    ['of zeros', (content) => Buffer.alloc(content.length)],
    ...[0, 4, 20].map((at): [string, (content: Buffer) => Buffer] => [
      `another bit at ${at}`,
      (content) => content.fill((content[at] ?? 0) ^ 1, at, at + 1),
    ]),
  ])('%s', (_, broken) => {
    remember({ name: 'one' });
    for (const file of files()) writeFileSync(file, broken(readFileSync(file)));
    expect(open().recall('contract', 'a1')).toBeUndefined();
    remember({ name: 'two' });
    expect(open().recall('contract', 'a1')).toEqual({ name: 'two' });
  });
});

test('a file in the place of another is not there', () => {
  remember({ name: 'one' });
  const [file = ''] = files();
  for (const other of ['a2.contract', 'a1.mapping'])
    writeFileSync(join(folder.path, 'parsed', other), readFileSync(file));
  expect(open().recall('contract', 'a2')).toBeUndefined();
  expect(open().recall('mapping', 'a1')).toBeUndefined();
});

test('the oldest make room', () => {
  const parsed = open();
  for (let index = 0; index < 300; index++) parsed.remember('contract', `${index}`, { index });
  parsed.keep();
  expect(files()).toHaveLength(256);
  for (const file of files()) utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'));
  remember({ name: 'new' });
  expect(files()).toHaveLength(256);
  expect(open().recall('contract', 'a1')).toEqual({ name: 'new' });
});
