import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partBounds, rangeOf } from '../../../src/check/file-parts.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const folder = new TemporaryFolder();
const repository = new TemporaryRepository();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
  const contract = (more = '') =>
    `version: "1"\nname: t\nontology:\n  entities:\n    - { name: a, type: integer }\n    - { name: text, type: string, required: false }\n${more}`;
  repository.commit({
    'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*/*.ndjson", contract: "c/$1.yaml" }\n',
    'c/t.yaml': contract(),
    'c/u.yaml': contract('quality:\n  - { field: a, type: uniqueness }\n'),
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function run(...args: string[]) {
  return runWith({}, ...args);
}

function runWith(environment: Readonly<Record<string, string>>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json', '--no-cache', ...args], {
    cwd: repository.root,
    env: { ...repository.environment, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout: stdout.replace(/"durationMs": [\d.]+/, ''), stderr };
}

/** About 15 MB of lines of many lengths, blank ones and wide characters among them. */
function lines(count = 150_000): string[] {
  return Array.from({ length: count }, (_, index) =>
    index % 1009 === 0 ? (index % 2 === 0 ? '' : ' \t\r') : `{"a":${index},"text":"${'é'.repeat((index * 31) % 60)}"}`,
  );
}

/** Other lines at a few places, the same each time. */
function broken(places: number, with_: (at: number) => string): string {
  const all = lines();
  for (let index = 0; index < places; index++) {
    const at = index === 0 ? 0 : index === 1 ? all.length - 1 : (index * 48_271 * 7919) % all.length;
    all[at] = with_(index);
  }
  return all.join('\n');
}

/**
 * Loaded first in every thread: writes down at its end how many bytes it has read of the file. The first thread waits with its
 * first part until another has begun with one.
 */
function threadProbe(log: string): string {
  return `const fs = require('node:fs');
    const { isMainThread, threadId } = require('node:worker_threads');
    const { openSync, readSync, closeSync } = fs;
    const log = ${JSON.stringify(log)};
    const files = new Set();
    const moment = new Int32Array(new SharedArrayBuffer(4));
    let opened = 0;
    let bytes = 0;
    fs.openSync = (path, ...others) => {
      if (!String(path).endsWith('x.ndjson')) return openSync(path, ...others);
      opened++;
      if (!isMainThread) fs.writeFileSync(log + '.begun', '');
      // The first time is for where the parts begin.
      for (let turn = 0; isMainThread && opened === 2 && turn < 2000 && !fs.existsSync(log + '.begun'); turn++) {
        Atomics.wait(moment, 0, 0, 10);
      }
      const file = openSync(path, ...others);
      files.add(file);
      return file;
    };
    fs.readSync = (file, ...others) => {
      const length = readSync(file, ...others);
      if (files.has(file)) bytes += length;
      return length;
    };
    fs.closeSync = (file) => {
      files.delete(file);
      closeSync(file);
    };
    process.on('exit', () => fs.appendFileSync(log, threadId + ' ' + bytes + '\\n'));`;
}

describe('a file of lines on several threads', () => {
  test.each<[string, string | Buffer, number]>([
    ['all hold', `${lines().join('\n')}\n`, 0],
    ['all hold, without a last line end', lines().join('\n'), 0],
    ['three lines do not', broken(3, () => '{"a":"x"}'), 1],
    [
      'here and there a line does not',
      broken(40, (at) => ['{"a":1.0}', '{', '"x"', '{"a":1e2,"text":7}'][at % 4] ?? ''),
      1,
    ],
    [
      'no line does',
      lines()
        .map((line) => line.replace('"a"', '"b"'))
        .join('\n'),
      1,
    ],
    ['one line is very long', broken(3, () => `{"a":1,"text":"${'x'.repeat(3e6)}"}`), 0],
    [
      'one byte is not UTF-8',
      Buffer.concat([
        Buffer.from(`${lines().join('\n')}\n{"a":1,"text":"`),
        Buffer.from([0xff]),
        Buffer.from('"}\n{"a":2}\n'),
      ]),
      1,
    ],
    [
      'one byte is NUL',
      Buffer.concat([Buffer.from(`${lines().join('\n')}\n`), Buffer.from([0]), Buffer.from('\n{"a":2}\n')]),
      1,
    ],
    ['nothing but line ends', '\n'.repeat(15e6), 1],
  ])(
    'gives the report of one thread: %s',
    (_, content, status) => {
      repository.write('f/t/x.ndjson', content);
      const one = run('f/t/x.ndjson', '--threads', '1');
      expect(one.status).toBe(status);
      for (const threads of ['2', '5']) expect(run('f/t/x.ndjson', '--threads', threads)).toEqual(one);
    },
    180_000,
  );

  test('is really shared between them', () => {
    repository.write('f/t/x.ndjson', `${lines().join('\n')}\n`);
    const { size } = statSync(join(repository.root, 'f/t/x.ndjson'));
    const probe = join(folder.path, 'probe.cjs');
    const log = join(folder.path, 'log');
    writeFileSync(probe, threadProbe(log));
    writeFileSync(log, '');
    const several = runWith({ NODE_OPTIONS: `--require ${JSON.stringify(probe)}` }, 'f/t/x.ndjson', '--threads', '2');
    expect(several).toEqual(run('f/t/x.ndjson', '--threads', '1'));

    const bytes = new Map(
      readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((entry) => entry.split(' ').map(Number) as [number, number]),
    );
    const [first = 0, second = 0] = [bytes.get(0), bytes.get(1)];
    expect(new Set(bytes.keys())).toEqual(new Set([0, 1]));
    // A part at least; nothing is looked through twice but to find where parts begin.
    expect(second).toBeGreaterThan(900_000);
    expect(first + second).toBeGreaterThanOrEqual(size);
    expect(first + second).toBeLessThan(1.1 * size);
  }, 60_000);

  test('remembers across the file what must be unique', () => {
    repository.write(
      'f/u/x.ndjson',
      broken(2, () => '{"a":77}'),
    );
    const several = run('f/u/x.ndjson', '--threads', '4');
    expect(several.status).toBe(1);
    expect(several).toEqual(run('f/u/x.ndjson', '--threads', '1'));
  }, 180_000);

  test('is cut where lines end, and nothing is lost', () => {
    const place = join(folder.path, 'parts');
    for (const text of [
      '',
      'a',
      '\n',
      'aaaa\n\nbbbbbbbbbbbbbbbb\ncc\n',
      `${'x'.repeat(200_000)}\n${'y'.repeat(90_000)}\nz`,
    ]) {
      writeFileSync(place, text);
      for (const partSize of [1, 2, 7, 70_000]) {
        const bounds = partBounds(place, text.length, partSize);
        const parts = bounds
          .slice(0, -1)
          .map((start, part) => Buffer.concat([...rangeOf(place, start, bounds[part + 1] ?? 0)]).toString());
        expect(parts.join('')).toBe(text);
        for (const part of parts.slice(0, -1)) expect(part.endsWith('\n')).toBe(true);
      }
    }
  });
});
