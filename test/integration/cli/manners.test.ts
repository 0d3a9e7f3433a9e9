import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpText } from '../../../src/cli/help.ts';
import { commands, options, optionsOf } from '../../../src/cli/options.ts';
import type { Command, Option } from '../../../src/cli/options.ts';
import { version } from '../../../src/version.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { runCommand } from '../../support/run-command.ts';
import { runProgram } from '../../support/run-program.ts';
import type { ProgramOutcome } from '../../support/run-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const schema = (name: string): string =>
  readFileSync(new URL(`../../../templates/schemas/${name}.json`, import.meta.url), 'utf8');

const repository = new TemporaryRepository();
const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
  // 20,000 violations: more than a pipe holds at once.
  const events = Array.from({ length: 20_000 }, (_, index) => `{"a": "${index}"}\n`).join('');
  repository.commit({
    'contractgate-hook.yaml': 'version: 1\nmappings: [{ files: fixtures/*.ndjson, contract: t.yaml }]\n',
    't.yaml': 'version: "1"\nname: t\nontology:\n  entities: [{ name: a, type: integer }]\n',
    'fixtures/many.ndjson': events,
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const hook = (...argv: readonly string[]): Promise<ProgramOutcome> =>
  runProgram(argv, { cwd: repository.root, env: repository.environment });

describe('output', () => {
  const shell = (line: string) =>
    runCommand('bash', ['-c', line], {
      cwd: repository.root,
      environment: { ...repository.environment, NODE: process.execPath, PROGRAM: program },
    });

  it('is whole when it is piped', () => {
    const { stdout, stderr } = shell('"$NODE" "$PROGRAM" --all --format json | cat; exit ${PIPESTATUS[0]}');
    const report = JSON.parse(stdout) as { checks: { violations: unknown[] }[] };
    expect(report.checks[0]?.violations).toHaveLength(20_000);
    expect(stderr).toBe('');
  });

  it('may be read in part: the exit code stays, and nothing is said of it', () => {
    const { stdout, stderr } = shell('"$NODE" "$PROGRAM" --all --format json | head -n 1; echo ${PIPESTATUS[0]}');
    expect(stdout).toBe('{\n1\n');
    expect(stderr).toBe('');
    expect(shell('"$NODE" "$PROGRAM" --all 2>&1 | true; echo ${PIPESTATUS[0]}')).toMatchObject({
      stdout: '1\n',
      stderr: '',
    });
  });
});

describe('a wrong command line', () => {
  it.each([
    [['docter'], 2],
    [['--time-limit', '-1'], 2],
    [['--time-limit', '99999999999'], 2],
    [['--threads', '0'], 2],
    [['--shard'], 2],
    [['--staged', 'lint'], 2],
    [['help', 'lnt'], 2],
    [['version', 'x'], 2],
    [['lst', '--staged'], 2],
    [['explain'], 2],
    [['list', 'x'], 2],
    [['schema', 'maping'], 2],
    [['schema', 'mapping', 'report'], 2],
    [['--format', 'jsn'], 2],
    [['list', '--rev', 'HEAD', '--staged'], 2],
  ])('%j exits with %i', async (argv, code) => {
    expect(await hook(...argv)).toMatchObject({ code });
  });

  it('names the nearest word', async () => {
    expect((await hook('explian')).stderr).toContain('unknown command explian; did you mean explain?');
    expect((await hook('Docter', '--jsn')).stderr).toContain('unknown command Docter; did you mean doctor?');
    expect((await hook('--all', 'lnt')).stderr).toContain('unknown command lnt; did you mean lint?');
    expect((await hook('--strict', 'lint')).stderr).toContain('the command lint has to come first');
    expect((await hook('help', 'lnt')).stderr).toContain('(did you mean lint?)');
    expect((await hook('schema', 'maping')).stderr).toContain('(did you mean mapping?)');
    expect((await hook('list', '--jsn')).stderr).toContain('did you mean --json?');
    expect((await hook('completion', 'bsh')).stderr).toContain('(did you mean bash?)');
  });

  it('leaves a path that is called like a command, or nearly', async () => {
    repository.write('chek/x.json', '{}');
    repository.write('lint', '{}');
    for (const argv of [['chek'], ['./lint'], ['--', 'lint'], ['check', 'lint']]) {
      expect(await hook(...argv)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('nothing was checked') as string,
      });
    }
    repository.remove('chek');
    repository.remove('lint');
  });

  it('never speaks as Node does', async () => {
    for (const [name, option] of Object.entries<Option>(options)) {
      for (const argv of [[`--${name}`], [`--${name}=`], [`--${name}=-1`], [`--${name}`, '--all'], [`--${name}x`]]) {
        const { stderr } = await hook(...argv, 'nowhere.json');
        expect(stderr, argv.join(' ')).not.toMatch(/<value>|argument|ambiguous|ERR_|Option '/);
        expect(stderr.split('\n').length, argv.join(' ')).toBeLessThanOrEqual(option.type === 'boolean' ? 3 : 2);
      }
    }
  });

  it.each([
    [['--formt', 'json', '--format=json']],
    [['--all', '--format', 'json', 'x.json']],
    [['lint', '--rev', '--format', 'json']],
    [['--format', 'json', '--time-limit', 'soon']],
    [['--format', 'json', 'docter']],
    [['list', '--json', '--staged', '--rev', 'HEAD']],
    [['doctor', '--json', 'x']],
  ])('%j answers in the format that it asks for', async (argv) => {
    const { code, stdout, stderr } = await hook(...argv);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const report = JSON.parse(stdout) as { problems: { code: string }[] };
    expect(report.problems).toMatchObject([{ code: 'usage' }]);
    const isReport = new Ajv().compile(JSON.parse(schema('report')) as object);
    expect(isReport(report) ? [] : isReport.errors).toEqual([]);
  });
});

describe('help', () => {
  it.each(Object.keys(commands) as Command[])('%s --help names each option and shows examples', async (command) => {
    const { code, stdout } = await hook(command, '--help');
    expect(code).toBe(0);
    for (const [name] of optionsOf(command)) expect(stdout).toContain(`--${name}`);
    for (const [line] of commands[command].examples) expect(stdout).toContain(`  ${line}  `);
    expect(stdout).toMatch(/^Exit codes: 0/m);
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it('names every command', async () => {
    const { stdout } = await hook('--help');
    for (const [name, { help }] of Object.entries(commands))
      expect(stdout).toMatch(new RegExp(`^  ${name} +${help.slice(0, 20)}`, 'm'));
  });

  it.each([['help'], ['help', 'check'], ['--help'], ['-h'], ['check', '-h'], ['--help', 'check']])(
    'is had by %s %s',
    async (...argv) => {
      expect(await hook(...argv)).toEqual({ code: 0, stdout: helpText('check'), stderr: '' });
    },
  );

  it.each([
    ['help', 'lint'],
    ['lint', '--help'],
    ['--help', 'lint'],
    ['lint', '-h'],
  ])('of a command is had by %s %s', async (...argv) => {
    expect(await hook(...argv)).toEqual({ code: 0, stdout: helpText('lint'), stderr: '' });
  });

  it.each(['version', '--version', '-v', '-V'])('%s tells the version', async (word) => {
    expect(await hook(word)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('schema', () => {
  it.each(commands.schema.choices)('%s prints what editors find in templates/', async (name) => {
    expect(await hook('schema', name)).toEqual({ code: 0, stdout: schema(name), stderr: '' });
    expect(new Ajv({ allowUnionTypes: true }).validateSchema(JSON.parse(schema(name)) as object)).toBe(true);
  });
});

describe('explain and list', () => {
  it('look at the worktree, with --staged at the index, with --rev at a revision', async () => {
    repository.stage('fixtures/staged.ndjson', '');
    repository.write('fixtures/untracked.ndjson', '');
    const namesOf = async (...argv: string[]) => {
      const { stdout } = await hook('list', '--json', ...argv);
      return (JSON.parse(stdout) as { fixtures: { file: string }[] }).fixtures.map(({ file }) => file.slice(9, -7));
    };
    expect(await namesOf()).toEqual(['many', 'staged', 'untracked']);
    expect(await namesOf('--staged')).toEqual(['many', 'staged']);
    expect(await namesOf('--rev', 'HEAD')).toEqual(['many']);

    const inFolder = await runProgram(['explain', 'many.ndjson', '--json'], {
      cwd: join(repository.root, 'fixtures'),
      env: repository.environment,
    });
    expect(JSON.parse(inFolder.stdout)).toMatchObject([{ path: 'fixtures/many.ndjson', role: 'fixture' }]);
  });

  it('cannot look without a mapping file, or at a revision that is not there', async () => {
    expect(await hook('list', '--config', 'no.yaml')).toMatchObject({ code: 2 });
    const { code, stdout } = await hook('explain', 'x.json', '--rev', 'no', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'snapshot' }] });
  });
});
