import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASE } from '../../support/bad-input/bad-input.ts';
import type { BadInput } from '../../support/bad-input/bad-input.ts';
import { CONTRACTS } from '../../support/bad-input/contracts.ts';
import { FIXTURES } from '../../support/bad-input/fixtures.ts';
import { MAPPING_FILES } from '../../support/bad-input/mapping-files.ts';
import { SELECTIONS } from '../../support/bad-input/selections.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { runCommand } from '../../support/run-command.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

const schema = new URL('../../../templates/schemas/report.json', import.meta.url);
const isReport = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

function repositoryOf({ files = {}, prepare }: BadInput): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit(BASE);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) repository.remove(path);
    else repository.write(path, content);
  }
  repository.git('add', '--all');
  prepare?.(repository);
  return repository;
}

test.each([...MAPPING_FILES, ...CONTRACTS, ...FIXTURES, ...SELECTIONS])('$title', (input) => {
  using repository = repositoryOf(input);
  const environment = input.environment?.(repository) ?? repository.environment;
  const check = (...args: string[]) =>
    runCommand(process.execPath, [program, ...(input.args ?? []), ...args], { cwd: repository.root, environment });

  const forPeople = check();
  let rest = forPeople.stdout;
  for (const words of input.says) {
    expect(rest, forPeople.stdout).toContain(words);
    rest = rest.slice(rest.indexOf(words) + words.length);
  }
  expect(forPeople.stdout).not.toMatch(stackTrace);
  expect(forPeople).toMatchObject({ exitCode: input.exitCode, stderr: '' });

  const forMachines = check('--format', 'json');
  const report: unknown = JSON.parse(forMachines.stdout);
  isReport(report);
  expect(isReport.errors ?? []).toEqual([]);
  expect(report).toMatchObject(input.report);
  expect(forMachines).toMatchObject({ exitCode: input.exitCode, stderr: '' });
});

const stackTrace = /^\s+at /m;

test.each([
  ['--al', 'unknown option --al; did you mean --all?'],
  ['-x', 'unknown option -x'],
  ['--format=jsno', 'did you mean json?'],
  ['--format', '--format needs a value: --format FORMAT[:FILE]'],
  ['--all=yes', '--all'],
  ['--max-file-size=lots', 'lots'],
  ['--all fixtures', 'FILES and --all exclude each other'],
  ['--rev HEAD', '--rev needs --all'],
  ['--to-ref HEAD', '--to-ref needs --from-ref'],
  ['--from-ref HEAD --staged', '--from-ref excludes'],
])('usage: %s', (line, words) => {
  const { exitCode, stdout, stderr } = runCommand(process.execPath, [program, ...line.split(' ')], {
    cwd: folder.path,
    environment: process.env,
  });
  expect(stderr).toMatch(/^contractgate-hook: [^\n]+\n$/);
  expect(stderr).toContain(words);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});
