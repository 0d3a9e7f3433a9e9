import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ParsedFiles } from '../../../src/cache/parsed-files.ts';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { version } from '../../../src/version.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

let repository: TemporaryRepository;
beforeEach(() => {
  repository = new TemporaryRepository();
});
afterEach(() => repository[Symbol.dispose]());

const kept = () => join(repository.root, '.git/contractgate-hook/verdicts');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--format', 'json'], {
    cwd: repository.root,
    env: repository.environment,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.replace(/"durationMs": [\d.]+/, ''), stderr };
}

/** A run that may use what was kept says what one without says; gives its exit code. */
function expectAlike(...args: string[]): number | null {
  const plain = run('--no-cache', ...args);
  expect(run(...args)).toEqual(plain);
  return plain.status;
}

const contract = (rules = '') =>
  `version: "1"\nname: t\nontology:\n  entities:\n    - { name: a, type: integer }\n${rules}`;
const mapping = (options = '') =>
  `version: 1\nmappings:\n  - { files: "bad/**", contract: c/t.yaml, expect: fail${options} }\n  - { files: "f/**", contract: c/t.yaml }\n`;
const files = {
  'contractgate-hook.yaml': mapping(),
  'c/t.yaml': contract(),
  'f/one.json': '{"a":1}',
  'f/two.json': '[{"a":1},{"a":2}]',
  'f/lines.ndjson': '{"a":1}\n\n{"a":2}\n',
  'f/docs.yaml': 'a: 1\n---\na: 2\n',
  'bad/x.json': '{"a":"x"}',
};
/** Written long ago, so that git trusts the times. */
function commit(others: Readonly<Record<string, string>> = {}): void {
  repository.commit({ ...files, ...others });
  age();
}
function age(): void {
  for (const path of repository.git('ls-files').split('\n')) {
    utimesSync(join(repository.root, path), new Date('2026-01-01'), new Date('2026-01-01'));
  }
  repository.git('update-index', '--refresh');
}

describe('contracts and mapping files that are kept as they were parsed', () => {
  const folder = () => join(repository.root, '.git/contractgate-hook');
  const parsed = () => {
    const place = join(folder(), 'parsed');
    return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
  };

  test('change no report, whatever a commit changes', () => {
    commit();
    const commits: readonly (readonly [path: string, content: string, status: number])[] = [
      ['f/new.json', '{"a":3}', 0],
      ['f/new.json', '{"a":"3"}', 1],
      ['f/new.json', '{"a":4}', 0],
      ['c/t.yaml', contract().replace('integer', 'string'), 1],
      ['c/t.yaml', contract('metrics: [{ name: m, field: a, max: 100 }]\n'), 0],
      ['c/t.yaml', contract('metrics: [{ name: m, field: a, max: .inf }]\n'), 0],
      ['c/t.yaml', contract().replace('integer', 'string, pattern: "("'), 2],
      ['c/t.yaml', 'version: [', 2],
      ['c/t.yaml', contract(), 0],
      ['contractgate-hook.yaml', mapping(', kinds: [enum_violation]'), 1],
      ['contractgate-hook.yaml', 'mappings: 1\n', 2],
      ['contractgate-hook.yaml', `# the same\n${mapping()}`, 0],
    ];
    for (const [path, content, status] of commits) {
      repository.stage(path, content);
      for (let round = 0; round < 2; round++) expect([path, content, expectAlike()]).toEqual([path, content, status]);
    }
    expect(parsed().length).toBeGreaterThan(3);
    expect(repository.git('status', '--porcelain', '--ignored')).not.toContain('contractgate-hook/');
  });

  test('change no report of a mapping file in package.json', () => {
    const json = { version: 1, mappings: [{ files: 'f/**', contract: 'c/t.yaml' }] };
    commit({ 'package.json': JSON.stringify({ 'contractgate-hook': json }) });
    repository.git('rm', '--quiet', '--cached', 'contractgate-hook.yaml');
    for (let round = 0; round < 2; round++) expect(expectAlike()).toBe(0);
    repository.stage('package.json', JSON.stringify({ name: '"contractgate-hook"' }));
    for (let round = 0; round < 2; round++) expect(expectAlike()).toBe(2);
  });

  test('are used, by the build that wrote them only', () => {
    commit();
    repository.stage('f/new.json', '{"a":3}');
    expect(run().status).toBe(0);
    expect(parsed()).toHaveLength(2);
    const other = parseContract(contract().replace('integer', 'string'));
    if (!other.ok) throw new Error(other.problem.message);
    const writerOf = (file: string) => /"maker":"1 (.*?)"/.exec(readFileSync(file, 'latin1'))?.[1] ?? '';
    const keep = (by: string) => {
      const files = new ParsedFiles(folder(), by);
      files.remember('contract', repository.git('rev-parse', ':c/t.yaml'), other.contract);
      files.keep();
    };
    repository.stage('f/newer.json', '{"a":"3"}');
    keep(version);
    expect(run().status).toBe(1);
    keep(writerOf(parsed()[0] ?? ''));
    expect(run().status).toBe(0);
    expect(run('--no-cache').status).toBe(1);
  });

  test('are neither read nor written by --no-cache', () => {
    commit();
    repository.stage('f/new.json', '{"a":3}');
    expect(run('--no-cache').status).toBe(0);
    expect(existsSync(folder())).toBe(false);
  });

  test('survive whatever becomes of their files, and runs at once', async () => {
    commit();
    repository.stage('f/new.json', '{"a":"3"}');
    const plain = run('--no-cache');
    const runs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [program], {
        cwd: repository.root,
        env: repository.environment,
        stdio: 'ignore',
      });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(runs)).toEqual([1, 1, 1, 1]);
    expect(parsed()).toHaveLength(2);
    for (const broken of [
      () => Buffer.alloc(0),
      (content: Buffer) => content.subarray(0, 50),
      (content: Buffer) => Buffer.alloc(content.length),
      (content: Buffer) => content.fill(7, 20, 40),
      () => Buffer.from('{}'),
    ]) {
      for (const file of parsed()) writeFileSync(file, broken(readFileSync(file)));
      expect(run()).toEqual(plain);
      expect(run()).toEqual(plain);
    }
  });
});

describe('verdicts that are kept', () => {
  test('change no report: cold, warm, of the worktree, the index and a revision', () => {
    commit({ 'f/wrong.json': '{"a":1.5}', 'f/broken.json': '{' });
    for (let round = 0; round < 2; round++) {
      expect(expectAlike('--all')).toBe(1);
      expect(expectAlike('--all', '--staged')).toBe(1);
      expect(expectAlike('--all', '--rev', 'HEAD')).toBe(1);
      expect(expectAlike('--all', '--strict')).toBe(1);
    }
    expect(existsSync(kept())).toBe(true);
    expect(repository.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('are used: a fixture whose content is gone need not be read', () => {
    commit();
    expect(run('--all', '--staged').status).toBe(0);
    const oid = repository.git('rev-parse', ':f/one.json');
    rmSync(join(repository.root, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    expect(run('--all', '--staged').status).toBe(0);
    expect(run('--all', '--staged', '--no-cache').status).toBe(2);
  });

  test.each<[string, () => void]>([
    ['the fixture', () => repository.write('f/one.json', '{"a":"1"}')],
    ['the fixture, to the same length', () => repository.write('f/one.json', '[{"a"}]')],
    ['the contract', () => repository.write('c/t.yaml', contract().replace('integer', 'string'))],
    [
      'what the mapping expects',
      () => repository.write('contractgate-hook.yaml', mapping(', kinds: [enum_violation]')),
    ],
    [
      'the format',
      () => repository.write('contractgate-hook.yaml', mapping().replace('"f/**"', '"f/**", format: yaml')),
    ],
    ['the events', () => repository.write('contractgate-hook.yaml', mapping().replace('"f/**"', '"f/**", select: /b'))],
    ['the limit', () => repository.write('contractgate-hook.yaml', `${mapping()}maxFileSize: 3\n`)],
  ])('hold no longer when there is a change of %s', (_, change) => {
    commit();
    expect(expectAlike('--all')).toBe(0);
    expect(expectAlike('--all', '--staged')).toBe(0);
    change();
    expect(expectAlike('--all')).not.toBe(0);
    repository.git('add', '--all');
    expect(expectAlike('--all', '--staged')).not.toBe(0);
    expect(expectAlike('--all')).not.toBe(0);
  });

  test('are not taken for a file that changed within the tick of the clock in which it was staged', () => {
    commit();
    for (let round = 0; round < 20; round++) {
      repository.stage('f/one.json', '{"a":1}');
      run('--all');
      repository.write('f/one.json', '{"b":1}');
      // The time that the index has for it.
      const { mtime } = statSync(join(repository.root, '.git/index'));
      utimesSync(join(repository.root, 'f/one.json'), mtime, mtime);
      expect(run('--all').status).toBe(1);
    }
  });

  test('are not taken where git was told not to look, nor where attributes make a file something else', () => {
    commit();
    expect(run('--all').status).toBe(0);
    repository.git('update-index', '--assume-unchanged', 'f/one.json');
    repository.write('f/one.json', '{"b":1}');
    expect(expectAlike('--all')).toBe(1);
    repository.git('update-index', '--no-assume-unchanged', 'f/one.json');
    repository.write('f/one.json', files['f/one.json']);
    expect(expectAlike('--all')).toBe(0);

    repository.write('.gitattributes', '*.json working-tree-encoding=UTF-16LE-BOM\n');
    repository.git('rm', '--quiet', '--cached', '-r', '.');
    repository.git('reset', '--quiet', '--hard');
    repository.write('.gitattributes', '*.json working-tree-encoding=UTF-16LE-BOM\n');
    repository.remove('f/one.json');
    repository.git('checkout', '--', 'f/one.json');
    age();
    expect(readFileSync(join(repository.root, 'f/one.json')).includes(0)).toBe(true);
    expect(expectAlike('--all')).toBe(1);
  });

  test('are none where the clock decides, and none where it is fixed at another time', () => {
    const fresh = contract('quality:\n  - { field: a, type: freshness, max_age_seconds: 60 }\n');
    const at = (time: string) => `${mapping()}freshness: ${time}\n`;
    const now = Math.floor(Date.now() / 1000);
    commit({ 'c/t.yaml': fresh, 'f/one.json': `{"a":${now}}`, 'contractgate-hook.yaml': at('now') });
    for (const path of ['f/two.json', 'f/lines.ndjson', 'f/docs.yaml']) repository.remove(path);
    repository.git('add', '--all');
    expect(run('--all').status).toBe(0);
    expect(existsSync(kept()) && readFileSync(kept()).includes(repository.git('rev-parse', ':f/one.json'))).toBe(false);
    repository.write('contractgate-hook.yaml', at(`"${new Date(now * 1000).toISOString()}"`));
    expect(expectAlike('--all')).toBe(0);
    expect(expectAlike('--all')).toBe(0);
    repository.write('contractgate-hook.yaml', at(`"${new Date((now + 100) * 1000).toISOString()}"`));
    expect(expectAlike('--all')).toBe(1);
  });

  test('are of one repository, whichever of its worktrees asks', () => {
    commit();
    const linked = join(repository.folder, 'linked');
    repository.git('worktree', 'add', '--quiet', linked);
    const { status } = spawnSync(process.execPath, [program, '--all', '--rev', 'HEAD'], {
      cwd: linked,
      env: repository.environment,
    });
    expect(status).toBe(0);
    expect(existsSync(kept())).toBe(true);
  });

  test.each(['sha1', 'sha256'] as const)(
    'change no report of uniqueness, envelopes and fallback: %s',
    (objectFormat) => {
      using other = new TemporaryRepository({ objectFormat });
      repository[Symbol.dispose]();
      repository = other;
      commit({
        'c/t.yaml': contract('quality:\n  - { field: a, type: uniqueness }\n'),
        'c/u.yaml': contract(),
        'c/e.yaml': `${contract()}envelope: { records_path: data }\n`,
        'contractgate-hook.yaml': `version: 1
mappings:
  - { files: "f/**", contract: c/t.yaml }
  - { files: "v/**", contract: [c/t.yaml, c/u.yaml], resolution: fallback }
  - { files: "e/**", contract: c/e.yaml }
`,
        'f/twice.ndjson': '{"a":1}\n{"a":1}\n',
        'v/x.json': '[{"a":1},{"a":1}]',
        'e/x.json': '{"data":[{"a":1},{"a":2}]}',
        'f/none.json': '[]',
      });
      for (let round = 0; round < 3; round++)
        for (const args of [['--all'], ['--all', '--staged']]) expectAlike(...args);
    },
  );

  test('are counted and removed by `cache`', () => {
    commit();
    run('--all');
    const cache = (action: string) =>
      spawnSync(process.execPath, [program, 'cache', action], {
        cwd: repository.root,
        env: repository.environment,
        encoding: 'utf8',
      });
    expect(cache('info').stdout).toMatch(/^verdicts: \d+ bytes \(5 clean\) in .*contractgate-hook$/m);
    expect(cache('info').stdout).toMatch(
      /^parsed contracts and mapping files: nothing in .*contractgate-hook.parsed$/m,
    );
    run('--all', '--staged', '--strict');
    expect(cache('info').stdout).toMatch(/^parsed contracts and mapping files: \d+ bytes in /m);
    expect(cache('info').stdout).toMatch(/^compiled program: \d+ bytes in /m);
    expect(cache('clear').stdout).toMatch(/^verdicts: nothing/);
    expect(existsSync(kept())).toBe(false);
    expect(cache('info').stdout).toMatch(/^verdicts: nothing/);
    expect(cache('').status).toBe(2);
  });

  test('survive whatever becomes of their file, and runs that end together', async () => {
    commit({ 'f/wrong.json': '{}' });
    const plain = run('--all', '--no-cache');
    const runs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [program, '--all'], {
        cwd: repository.root,
        env: repository.environment,
        stdio: 'ignore',
      });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(runs)).toEqual([1, 1, 1, 1]);
    expect(run('--all')).toEqual(plain);
    const good = readFileSync(kept());
    for (const broken of [
      Buffer.alloc(0),
      good.subarray(0, 50),
      Buffer.alloc(good.length),
      Buffer.from(good).fill(7, 20, 60),
    ]) {
      writeFileSync(kept(), broken);
      expect(run('--all')).toEqual(plain);
    }
  });
});
