import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
const repository = new TemporaryRepository();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
  repository.commit(SEED);
  repository.stage('fixtures/good.json', GOOD);
  repository.stage('fixtures/bad.json', BAD);
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const cache = join(folder.path, 'cache');

function options(environment: Record<string, string | undefined> = {}) {
  return {
    cwd: repository.root,
    env: { ...repository.environment, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, ...environment },
    encoding: 'utf8' as const,
  };
}

/** What a person sees, without the time that it took. */
function check(args: readonly string[] = [], environment: Record<string, string | undefined> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options(environment));
  return { status, stdout: stdout.replace(/\(\d+ ms\)|\(\d\.\d s\)/, ''), stderr };
}

function keptFiles(): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the compiled program that is kept', () => {
  const plain = () => check(['--no-cache']);

  test('changes nothing about what a run says', () => {
    rmSync(cache, { recursive: true, force: true });
    const first = check();
    expect(first.status).toBe(1);
    expect(keptFiles()).not.toEqual([]);
    expect([first, check(), check()]).toEqual([plain(), plain(), plain()]);
  });

  test.each<[string, (content: Buffer) => Buffer]>([
    ['cut off', (content) => content.subarray(0, content.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'broken in one bit',
      (content) =>
        content.fill((content[content.length >> 1] ?? 0) ^ 1, content.length >> 1, (content.length >> 1) + 1),
    ],
    ['of something else', () => Buffer.from('{"some": "thing else"}'.repeat(100))],
    ['of zeros, as after a power failure', (content) => Buffer.alloc(content.length)],
  ])('may be %s', (_, broken) => {
    rmSync(cache, { recursive: true, force: true });
    check();
    for (const file of keptFiles()) writeFileSync(file, broken(readFileSync(file)));
    expect(check()).toEqual(plain());
    expect(check()).toEqual(plain());
  });

  test('is nothing that two runs at once get wrong', async () => {
    rmSync(cache, { recursive: true, force: true });
    const statuses = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [program], { ...options(), stdio: 'ignore' });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(statuses)).toEqual([1, 1, 1, 1]);
    expect(check()).toEqual(plain());
    expect(keptFiles().filter((file) => !/\.c?js$|[0-9a-f]{8,}$|\.cache$/.test(file))).toEqual([]);
  });

  test('is not needed: the folder may be missing, refuse or make no sense', () => {
    const refusing = join(folder.path, 'refusing');
    mkdirSync(refusing, { recursive: true });
    chmodSync(refusing, 0o500);
    writeFileSync(join(folder.path, 'file'), '');
    for (const place of [refusing, join(folder.path, 'file'), 'relative', '']) {
      expect(check([], { XDG_CACHE_HOME: place, LOCALAPPDATA: place })).toEqual(plain());
    }
    expect(repository.git('status', '--porcelain', '--ignored')).toBe('A  fixtures/bad.json\nA  fixtures/good.json');
  });
});

describe('the executable', () => {
  const at = (file: string, ...flags: string[]) =>
    spawnSync(process.execPath, [...flags, file, '--format', 'concise'], options());

  test('may also be named as the ES module that it was', () => {
    const module = program.replace(/\.cjs$/, '.mjs');
    expect(module).not.toBe(program);
    expect(at(module)).toMatchObject({ status: 1, stdout: at(program).stdout });
  });

  test('does not pass when it ends without an answer', () => {
    const preload = join(folder.path, 'silence.cjs');
    writeFileSync(
      preload,
      `require('node:child_process').spawn = () => Object.assign(new (require('node:events'))(), { kill() {} });
      globalThis.setTimeout = () => {};`,
    );
    expect(at(program, '--require', preload)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('git, started before the program is read', () => {
  test.each<[string, string[], RegExp]>([
    ['ends with it', ['check', '--staged'], /1 violation/],
    ['is not asked for another selection', ['--all'], /1 violation/],
    ['is not waited for after a wrong option', ['--stagd'], /unknown option/],
  ])('%s', (_, args, words) => {
    const { stdout, stderr } = check(args);
    expect(`${stdout}${stderr}`).toMatch(words);
  });

  test('may not be there', () => {
    const { status, stdout } = check([], { PATH: '/nowhere', Path: '/nowhere' });
    expect(status).toBe(2);
    expect(stdout).toContain('git was not found on PATH');
  });

  test('is told by the selection that a push makes', () => {
    const first = repository.git('rev-parse', 'HEAD');
    const { status } = check([], { PRE_COMMIT_FROM_REF: first, PRE_COMMIT_TO_REF: first });
    expect(status).toBe(0);
  });
});
