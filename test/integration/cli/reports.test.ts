import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { runCommand } from '../../support/run-command.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const folder = new TemporaryFolder();
let program: string;
let repository: TemporaryRepository;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
beforeEach(() => {
  repository?.[Symbol.dispose]();
  repository = new TemporaryRepository();
  repository.commit({
    'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
    'c.yaml': 'version: "1"\nname: t\nontology: { entities: [{ name: a, type: integer }] }\n',
    'f/bad.json': '{"a":"1"}\n',
    'out/.keep': '',
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function run(args: string, environment: Readonly<Record<string, string>> = {}) {
  return runCommand(process.execPath, [program, '--all', ...args.split(' ').filter((word) => word !== '')], {
    cwd: repository.root,
    environment: { ...repository.environment, ...environment },
  });
}

const inOut = (name: string): string => join(repository.root, 'out', name);
const readOut = (name: string): string => readFileSync(inOut(name), 'utf8');

describe('reports', () => {
  test('go to stdout and to files at once', () => {
    const { stdout, stderr, exitCode } = run('--format concise --format sarif:out/a.sarif --format junit:out/a.xml');
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout:
        "f/bad.json:1:6: type_mismatch a: Field 'a' expected type Integer, got string (write 1, without quotes)\n",
      stderr: '',
      exitCode: 1,
    });
    expect(JSON.parse(readOut('a.sarif'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'type_mismatch' }] }],
    });
    expect(readOut('a.xml')).toContain('<testsuites name="contractgate-hook" tests="1" failures="1"');
    expect(readdirSync(join(repository.root, 'out')).toSorted()).toEqual(['.keep', 'a.sarif', 'a.xml']);
  });

  test('are for people on stdout where only files are named, and files lead from the working folder', () => {
    const { stdout, exitCode } = runCommand(process.execPath, [program, '--all', '--format', 'json:../a.json'], {
      cwd: join(repository.root, 'out'),
      environment: repository.environment,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 violation in 1 file');
    expect(JSON.parse(readFileSync(join(repository.root, 'a.json'), 'utf8'))).toMatchObject({
      summary: { violations: 1 },
    });
  });

  test('name files for people as they are reached from the working folder, and for machines from the root', () => {
    const inFolder = (...args: string[]) =>
      runCommand(process.execPath, [program, ...args], {
        cwd: join(repository.root, 'f'),
        environment: repository.environment,
      });
    const { stdout } = inFolder(
      '--all',
      '--format',
      'human',
      '--format',
      'json:../out/a.json',
      '--format=concise:../out/a',
    );
    expect(stdout).toMatch(/^bad\.json breaks \.\.\/c\.yaml \(t 1\)\n/);
    expect(stdout).toContain('\n  ../c.yaml:3:35\n');
    expect(inFolder('--all', '--format', 'concise').stdout).toMatch(/^bad\.json:1:6: type_mismatch a: /);
    expect(inFolder('bad.json', '--format', 'github').stdout).toMatch(/^::error file=f\/bad\.json,line=1,/);
    expect(readOut('a')).toMatch(/^f\/bad\.json:1:6: type_mismatch a: /);
    expect(JSON.parse(readOut('a.json'))).toMatchObject({ checks: [{ file: 'f/bad.json', contract: 'c.yaml' }] });
    repository.write('c.yaml', 'version: "1"\nname: t\n');
    expect(inFolder('--all').stdout).toMatch(/^could not check \.\.\/c\.yaml:1:1: /);
    repository.write('c.yaml', 'version: "1"\nnam: t\nname: t\nontology: { entities: [] }\n');
    expect(inFolder('lint', '../c.yaml').stdout).toMatch(/^\.\.\/c\.yaml says what the gateway does not do\n/);
  });

  test('replace a file whole, through a symbolic link, and leave its neighbours', () => {
    writeFileSync(inOut('old.json'), 'x'.repeat(100_000));
    symlinkSync('old.json', inOut('link.json'));
    run('--format json:out/link.json');
    expect(readlinkSync(inOut('link.json'))).toBe('old.json');
    expect(JSON.parse(readOut('old.json'))).toMatchObject({ schemaVersion: 1 });
  });

  test.skipIf(process.platform === 'win32')('go into what is no regular file as it is', () => {
    const { stdout, stderr } = run('--format github:/dev/stderr');
    expect(stdout).toContain('1 violation in 1 file');
    expect(stderr).toMatch(/^::error file=f\/bad.json,line=1,/);
    run('--format json:/dev/null');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  test.each([
    ['out/none/a.json', 'its folder does not exist'],
    ['f/bad.json/a.json', 'a part of its path is no folder'],
    ['out', 'it is a folder'],
  ])('that cannot be written to %s are a problem, and the others are written', (path, reason) => {
    const { stdout, exitCode } = run(`--format json:${path} --format json:out/b.json`);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      `could not check: the report cannot be written to ${join(repository.root, path)}: ${reason}`,
    );
    expect(stdout).toContain("Field 'a' expected type Integer");
    expect(existsSync(inOut('b.json'))).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be written are a problem', () => {
    mkdirSync(inOut('locked'));
    chmodSync(inOut('locked'), 0o500);
    expect(run('--format json:out/locked/a.json')).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('not permitted'),
    });
  });

  test('tell of a wrong command line in the format that it asks for', () => {
    const { stdout, exitCode } = run('--format json --rev x --staged');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'usage' }] });
    expect(exitCode).toBe(2);
  });

  test.each([
    ['--format json --format sarif', 'contractgate-hook: --format json and --format sarif cannot both go to stdout'],
    ['--format human --format concise', 'contractgate-hook: --format human and --format concise cannot both go'],
    ['--format json --format json', '--format json is there twice'],
    ['--format json:', 'needs the name of a file'],
    ['--format sarf:a', 'did you mean sarif?'],
    ['--format json:a --format sarif:a', 'names the file a twice'],
  ])('refuse %s', (args, words) => {
    const { stdout, stderr, exitCode } = run(args);
    expect(stdout + stderr).toContain(words);
    expect(exitCode).toBe(2);
    expect(existsSync(join(repository.root, 'a'))).toBe(false);
  });

  test('for GitHub are added to the summary of the step', () => {
    writeFileSync(inOut('summary.md'), 'before\n');
    const environment = { GITHUB_STEP_SUMMARY: inOut('summary.md') };
    expect(run('--format github', environment).stdout).toMatch(
      /^::error file=f\/bad.json,line=1,endLine=1,col=6,endColumn=9,title=type_mismatch a::/,
    );
    expect(readOut('summary.md')).toMatch(
      /^before\n### contractgate-hook: 1 violation, 0 problems\n[^]*\| <code>f\/bad.json<\/code> \|/,
    );
    run('', environment);
    expect(readOut('summary.md').split('###')).toHaveLength(2);
  });

  test('have colours where they are asked for, and nowhere else', () => {
    expect(run('', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[31m');
    for (const format of ['concise', 'json', 'github', 'gitlab', 'junit', 'sarif']) {
      expect(run(`--format ${format}`, { FORCE_COLOR: '1', FORCE_HYPERLINK: '1' }).stdout).not.toContain('\u001b');
    }
    expect(run('', { FORCE_HYPERLINK: '1' }).stdout).toContain(
      `\u001b]8;;file://${repository.root}/f/bad.json\u001b\\`,
    );
  });

  test('show nothing of progress to what is no terminal', () => {
    expect(run('').stderr).toBe('');
  });
});
