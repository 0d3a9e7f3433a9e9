import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../support/run-program.ts';
import type { ProgramOutcome } from '../../support/run-program.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const contract = (key: string): string => `version: "1"
name: t
ontology:
  entities:
    - { name: a, type: integer, ${key}: 0 }
`;
const mapping =
  'version: 1\nmappings: [{ files: fixtures/*.json, contract: contracts/t.yaml }]\ncontracts: [contracts/**]\n';

const repository = new TemporaryRepository();
afterAll(() => repository[Symbol.dispose]());

const hook = (argv: readonly string[], cwd = repository.root): Promise<ProgramOutcome> =>
  runProgram(argv, { cwd, env: repository.environment });

beforeEach(() => {
  repository.commit({
    'contractgate-hook.yaml': mapping,
    'fixtures/x.json': '{"a": 1}',
    'contracts/t.yaml': contract('min'),
    'contracts/deep/u.yaml': contract('min'),
  });
});

describe('contractgate-hook lint', () => {
  it('looks at the worktree, with --staged at the index', async () => {
    repository.stage('contracts/t.yaml', contract('minimum'));
    repository.write('contracts/t.yaml', contract('maximum'));
    const worktree = await hook(['lint']);
    expect(worktree.stdout).toContain('5:33 warning `maximum` is not a key of a field');
    const staged = await hook(['lint', '--staged']);
    expect(staged.stdout).toContain('5:33 warning `minimum` is not a key of a field');
    expect([worktree.code, staged.code]).toEqual([0, 0]);
    expect((await hook(['lint', '--staged', '--strict'])).code).toBe(1);
  });

  it('looks at the files and folders given, from where one stands', async () => {
    repository.write('contracts/deep/u.yaml', contract('minimum'));
    repository.write('contracts/deep/event.json', '{}');
    repository.write('contracts/deep/contract.txt', contract('maximum'));
    const folder = await hook(['lint', '--format', 'json', 'deep'], join(repository.root, 'contracts'));
    expect(JSON.parse(folder.stdout)).toMatchObject({ problems: [], lint: [{ file: 'contracts/deep/u.yaml' }] });
    const file = await hook(['lint', '--format=json', 'contracts/deep/contract.txt']);
    expect(JSON.parse(file.stdout)).toMatchObject({ problems: [], lint: [{ file: 'contracts/deep/contract.txt' }] });
    repository.remove('contracts/deep/contract.txt');
    repository.remove('contracts/deep/event.json');
  });

  it('finds nothing in good contracts', async () => {
    const { code, stdout } = await hook(['lint']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^contractgate-hook: 2 contracts linted \(\d+ ms\)\n$/);
  });

  it('cannot lint what is not there', async () => {
    mkdirSync(join(repository.root, 'empty'), { recursive: true });
    for (const given of ['missing.yaml', 'empty', 'fixtures']) {
      const { code, stdout } = await hook(['lint', given]);
      expect([given, code]).toEqual([given, 2]);
      expect(stdout).toContain('could not check');
    }
  });

  it('explains rules', async () => {
    const { code, stdout } = await hook(['lint', '--explain', 'pattern-in-items']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pattern-in-items \(warning\)\n/);
    expect(await hook(['lint', '--explain', 'patern-in-items'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'contractgate-hook: there is no rule patern-in-items. Did you mean pattern-in-items?\n',
    });
  });
});

describe('a commit', () => {
  it('hears of a staged contract, and not again of one that it only uses', async () => {
    repository.stage('contracts/t.yaml', contract('minimum'));
    const contractStaged = await hook([]);
    expect(contractStaged.stdout).toContain('5:33 warning `minimum` is not a key of a field');
    expect(contractStaged.code).toBe(0);
    expect((await hook(['--strict'])).code).toBe(1);

    repository.commit();
    repository.stage('fixtures/x.json', '{"a": 2}');
    const fixtureStaged = await hook([]);
    expect(fixtureStaged.stdout).not.toContain('minimum');
    expect(fixtureStaged.code).toBe(0);
    expect((await hook(['--strict'])).code).toBe(1);
  });
});
