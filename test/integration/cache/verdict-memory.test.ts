import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VerdictMemory } from '../../../src/cache/verdict-memory.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const oid = (number: number) => (number * 7919).toString(16).padStart(8, '0').repeat(5);
const open = (version = '1.0.0', limit?: number) => new VerdictMemory(folder.path, version, limit);
const file = () => join(folder.path, 'verdicts');

function remember(count: number): void {
  const memory = open();
  for (let index = 0; index < count; index++) memory.remember(`judge ${index % 3}`, oid(index), index + 1);
  memory.keep();
}

test('what one run adds, the next knows: by blob and judge', () => {
  remember(1000);
  const memory = open();
  expect(memory.size).toBe(1000);
  for (let index = 0; index < 1000; index++) {
    expect(memory.recall(`judge ${index % 3}`, oid(index))).toBe(index + 1);
    expect(memory.recall(`judge ${(index + 1) % 3}`, oid(index))).toBeUndefined();
  }
  expect(memory.recall('another judge', oid(0))).toBeUndefined();
  expect(memory.recall('judge 0', oid(1000))).toBeUndefined();
});

test('a run that adds nothing writes nothing', () => {
  open().keep();
  expect(existsSync(file())).toBe(false);
  remember(3);
  const before = statSync(file()).mtimeMs;
  const memory = open();
  memory.recall('judge 0', oid(0));
  memory.keep();
  expect(statSync(file()).mtimeMs).toBe(before);
});

test('another version of the program believes none of it', () => {
  remember(3);
  expect(open('1.0.1').size).toBe(0);
});

test('the longest unused make room', () => {
  for (let generation = 0; generation < 12; generation++) {
    const memory = open('1.0.0', 100);
    // The first ten are asked for in each run.
    for (let index = 0; index < 10; index++) memory.recall('judge', oid(index));
    for (let index = 0; index < 10; index++) memory.remember('judge', oid(generation * 10 + index), 1);
    memory.keep();
  }
  const memory = open();
  expect(memory.size).toBeLessThanOrEqual(100);
  expect(memory.recall('judge', oid(0))).toBe(1);
  expect(memory.recall('judge', oid(119))).toBe(1);
  expect(memory.recall('judge', oid(15))).toBeUndefined();
});

describe('a file that is not as it was written counts as empty:', () => {
  test.each<[string, (content: Buffer) => Buffer | string]>([
    ['empty', () => ''],
    ['text', () => 'Not Found'],
    ['only a seal', (content) => content.subarray(0, 4)],
    ['cut off', (content) => content.subarray(0, -1)],
    ['of zeros', (content) => Buffer.alloc(content.length)],
    ...[0, 4, 8, 100, 300].map((at): [string, (content: Buffer) => Buffer] => [
      `another bit at ${at}`,
      (content) => content.fill((content[at] ?? 0) ^ 4, at, at + 1),
    ]),
  ])('%s', (_, broken) => {
    remember(3);
    writeFileSync(file(), broken(readFileSync(file())));
    expect(open().size).toBe(0);
    remember(4);
    expect(open().size).toBe(4);
  });
});

test('nothing is left behind, and a folder that refuses is done without', () => {
  remember(3);
  expect(readdirSync(folder.path)).toEqual(['verdicts']);
  const refusing = join(folder.path, 'refusing');
  mkdirSync(refusing);
  chmodSync(refusing, 0o500);
  writeFileSync(join(folder.path, 'file'), '');
  for (const place of [refusing, join(folder.path, 'file')]) {
    const memory = new VerdictMemory(join(place, 'deeper'), '1.0.0');
    memory.remember('judge', oid(1), 1);
    expect(() => memory.keep()).not.toThrow();
  }
});
