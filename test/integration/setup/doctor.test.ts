import { createHash } from 'node:crypto';
import { chmodSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/setup/doctor/finding.ts';
import { runProgram } from '../../support/run-program.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { GOOD, SEED } from '../../support/traps/trap.ts';

interface Diagnosis {
  readonly code: number;
  readonly findings: readonly Finding[];
}

async function doctor(
  repository: TemporaryRepository,
  environment: Readonly<Record<string, string>> = {},
  cwd: string = repository.root,
): Promise<Diagnosis> {
  const env = { ...repository.environment, ...environment };
  const { code, stdout } = await runProgram(['doctor', '--json'], { cwd, env });

  return { code, findings: (JSON.parse(stdout) as { findings: Finding[] }).findings };
}

/** The findings of one check that are not good. */
function amiss({ findings }: Diagnosis, check: string): readonly Finding[] {
  return findings.filter((one) => one.check === check && one.status !== 'good');
}

/** A repository in which every commit is checked. */
function healthy(): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit({ ...SEED, 'fixtures/a.json': GOOD, 'package.json': '{}', '.gitignore': 'node_modules\n' });
  repository.write('node_modules/.bin/contractgate-hook', '#!/bin/sh\n');
  repository.hook('pre-commit', 'exec node_modules/.bin/contractgate-hook');
  repository.hook('pre-merge-commit', 'exec node_modules/.bin/contractgate-hook');
  return repository;
}

describe('doctor', () => {
  test('finds nothing where all is well', async () => {
    using repository = healthy();
    const diagnosis = await doctor(repository);
    expect(diagnosis.findings.filter(({ status }) => status !== 'good')).toEqual([]);
    expect(diagnosis.code).toBe(0);
    const { stdout } = await runProgram(['doctor'], { cwd: repository.root, env: repository.environment });
    expect(stdout).toMatch(/^good {5}git \d/m);
    expect(stdout).toMatch(/\nAll is well\.\n$/);
  });

  test.each<[string, (repository: TemporaryRepository) => void, string, RegExp]>([
    [
      'there is no hook',
      ({ root }) => rmSync(join(root, '.git/hooks/pre-commit')),
      'hook',
      /no hook runs at a commit: there is no \.git\/hooks\/pre-commit/,
    ],
    [
      'the hook is not executable',
      ({ root }) => chmodSync(join(root, '.git/hooks/pre-commit'), 0o644),
      'hook',
      /is not executable/,
    ],
    [
      'the hook does something else',
      (repository) => repository.hook('pre-commit', 'exit 0'),
      'hook',
      /which does not run contractgate-hook/,
    ],
    [
      'core.hooksPath leads elsewhere',
      (repository) => repository.git('config', 'core.hooksPath', 'elsewhere'),
      'hook',
      /core\.hooksPath \(file:\.git\/config\) is elsewhere, so that git passes over \.git\/hooks\/pre-commit/,
    ],
    [
      'husky has not been run',
      (repository) => {
        repository.write('.husky/pre-commit', 'contractgate-hook\n');
        repository.git('config', 'core.hooksPath', '.husky/_');
      },
      'hook',
      /core\.hooksPath .* is \.husky\/_/,
    ],
    [
      'husky runs something else',
      (repository) => {
        repository.write('.husky/pre-commit', 'npm test\n');
        repository.hook('pre-commit', '. husky.sh');
      },
      'hook',
      /git runs husky .* does not run contractgate-hook/,
    ],
    [
      'the program is not installed',
      ({ root }) => rmSync(join(root, 'node_modules'), { recursive: true }),
      'program',
      /is not installed here/,
    ],
    [
      'lefthook is not installed',
      (repository) => {
        repository.write('lefthook.yml', 'pre-commit:\n  commands:\n    contractgate: { run: x }\n');
        repository.hook('pre-commit', 'call_lefthook run pre-commit');
      },
      'lefthook',
      /lets every commit pass/,
    ],
    [
      'pre-commit gives it no .ndjson',
      (repository) => {
        repository.write(
          '.pre-commit-config.yaml',
          'repos:\n- repo: local\n  hooks:\n  - {id: contractgate, entry: contractgate-hook, types: [json], language: node}\n',
        );
        repository.hook('pre-commit', 'exec pre-commit hook-impl');
      },
      'hook-files',
      /is not given \.ndjson/,
    ],
    [
      'pre-commit gives it by a narrow name',
      (repository) => {
        repository.write(
          '.pre-commit-config.yaml',
          'repos:\n- repo: x\n  hooks:\n  - {id: contractgate, files: "\\\\.json$"}\n',
        );
        repository.hook('pre-commit', 'exec pre-commit hook-impl');
      },
      'hook-files',
      /is not given \.ndjson/,
    ],
    [
      'the mapping file is broken',
      (repository) => repository.write('contractgate-hook.yaml', 'version: 2\nmappings: []\n'),
      'mapping-file',
      /contractgate-hook\.yaml:1:10: expected `1`/,
    ],
    [
      'there is no mapping file',
      (repository) => repository.remove('contractgate-hook.yaml'),
      'mapping-file',
      /no mapping file/,
    ],
    [
      'the mapping file is not in git',
      (repository) => repository.git('rm', '--quiet', '--cached', 'contractgate-hook.yaml'),
      'untracked',
      /not in git, where a commit looks for it: contractgate-hook\.yaml/,
    ],
    [
      'a contract is broken',
      (repository) => repository.write('contracts/event.yaml', 'name: ['),
      'contract',
      /contracts\/event\.yaml:1:\d+: cannot be used/,
    ],
    [
      'a mapping matches nothing',
      ({ root }) => rmSync(join(root, 'fixtures'), { recursive: true }),
      'idle-mapping',
      /matches no file/,
    ],
    [
      'fixtures are in LFS',
      (repository) => repository.write('.gitattributes', 'fixtures/** filter=lfs\n'),
      'lfs',
      /Git LFS keeps fixtures\/a\.json/,
    ],
    [
      'fixtures are another on disk',
      (repository) => repository.write('.gitattributes', 'fixtures/** working-tree-encoding=UTF-16\n'),
      'encoding',
      /working-tree-encoding makes fixtures\/a\.json another/,
    ],
    [
      'merges are not checked',
      ({ root }) => rmSync(join(root, '.git/hooks/pre-merge-commit')),
      'merge-hook',
      /merges without conflicts are not checked/,
    ],
  ])('finds that %s', async (_, prepare, check, message) => {
    using repository = healthy();
    prepare(repository);
    const diagnosis = await doctor(repository);
    const found = amiss(diagnosis, check);
    expect(found, JSON.stringify(diagnosis.findings, undefined, 1)).toMatchObject([
      { message: expect.stringMatching(message) as string },
    ]);
    if (found[0]?.status === 'bad') {
      expect(found[0].fix).toBeTruthy();
      expect(diagnosis.code).toBe(1);
    }
  });

  test.each([
    ['HUSKY', '0', '. husky.sh'],
    ['LEFTHOOK', '0', 'call_lefthook run pre-commit'],
    ['SKIP', 'black,contractgate', 'exec pre-commit hook-impl'],
    ['SKIP_SIMPLE_GIT_HOOKS', '1', '[ "$SKIP_SIMPLE_GIT_HOOKS" = 1 ] && exit 0'],
  ])('finds that %s=%s keeps hooks from running, where its hook manager is', async (name, value, script) => {
    using repository = healthy();
    expect(amiss(await doctor(repository, { [name]: value }), 'switched-off')).toEqual([]);
    repository.hook('pre-commit', script);
    const diagnosis = await doctor(repository, { [name]: value });
    expect(amiss(diagnosis, 'switched-off')).toMatchObject([
      { status: 'bad', fix: expect.stringContaining(name) as string },
    ]);
    expect(amiss(await doctor(repository, { [name]: 'other' }), 'switched-off')).toEqual([]);
  });

  test("finds that husky's hooks do not run in a linked worktree", async () => {
    using repository = healthy();
    repository.commit({ '.husky/pre-commit': 'contractgate-hook\n' });
    repository.write('.husky/_/.gitignore', '*\n');
    repository.write('.husky/_/pre-commit', '#!/bin/sh\n');
    repository.git('config', 'core.hooksPath', '.husky/_');
    const worktree = join(repository.folder, 'linked');
    repository.git('worktree', 'add', '--quiet', worktree);
    symlinkSync(join(repository.root, 'node_modules'), join(worktree, 'node_modules'));
    expect(existsSync(join(worktree, '.husky/_/pre-commit'))).toBe(false);
    const [found] = amiss(await doctor(repository, {}, worktree), 'hook');
    expect(found).toMatchObject({
      status: 'bad',
      message: expect.stringContaining('in this linked worktree no hook runs') as string,
    });
  });

  test('finds a shallow clone', async () => {
    using repository = healthy();
    repository.commit({}, 'Another');
    const clone = join(repository.folder, 'clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.root}`, clone);
    expect(amiss(await doctor(repository, {}, clone), 'shallow')).toMatchObject([{ status: 'warning' }]);
  });

  test('finds a file that two mappings with different contracts match, and one that none matches', async () => {
    using repository = healthy();
    const mapping = `version: 1
mappings:
  - { files: fixtures/*.json, contract: contracts/event.yaml }
  - { files: fixtures/a*, contract: contracts/other.yaml }
fixtures: fixtures/**
`;
    const contract = SEED['contracts/event.yaml'] ?? '';
    repository.commit({ 'contractgate-hook.yaml': mapping, 'contracts/other.yaml': contract, 'fixtures/b.txt': '' });
    const diagnosis = await doctor(repository);
    expect(amiss(diagnosis, 'two-mappings')).toMatchObject([
      { message: expect.stringContaining('fixtures/a.json') as string },
    ]);
    expect(amiss(diagnosis, 'unmapped')).toMatchObject([{ message: 'no mapping matches fixtures/b.txt' }]);
    expect(diagnosis.code).toBe(0);
  });

  test('cannot look outside of a repository, or where git does not trust it', async () => {
    using repository = healthy();
    const outside = await runProgram(['doctor'], { cwd: repository.folder, env: repository.environment });
    expect(outside).toMatchObject({ code: 2, stdout: expect.stringContaining('this is no git repository') as string });
    const env = { ...repository.environment, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const distrusted = await runProgram(['doctor'], { cwd: repository.root, env });
    expect(distrusted.code).toBe(2);
    expect(distrusted.stdout).toMatch(/dubious ownership[^]*git config --global --add safe\.directory/);
  });
});

describe('contracts that were pulled', () => {
  const pulled = (text: string): string => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const contract = { id: '1', name: 'event', version: '1', sha256 };
    return JSON.stringify({ lockVersion: 1, contracts: { 'contracts/event.yaml': contract } });
  };
  const text = SEED['contracts/event.yaml'];

  test.each<[string, string, string | undefined]>([
    ['as they were', pulled(text), undefined],
    ['edited', pulled(`${text}# by hand`), 'contracts/event.yaml is not what was pulled from the gateway'],
    ['of which the lock cannot be read', '{', 'the lock of pulled contracts cannot be read'],
  ])('%s', async (_, lock, message) => {
    using repository = healthy();
    repository.write('contractgate-hook.lock.json', lock);
    const found = amiss(await doctor(repository), 'pulled-contracts');
    expect(found.map((one) => one.message)).toEqual(message === undefined ? [] : [message]);
    expect(found.every((one) => one.status === 'warning' && one.fix !== undefined)).toBe(true);
  });
});
