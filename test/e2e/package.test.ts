import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { consumer } from '../support/consumer.ts';
import { machineEnvironment } from '../support/machine-environment.ts';
import { runCommand } from '../support/run-command.ts';
import type { Outcome } from '../support/run-command.ts';

const release = inject('release');
const manifest = readJson(join(release.checkout, 'package.json')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
};

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe('the packed files', () => {
  test('are those that a user needs', () => {
    const needed = /^(dist|hooks|templates\/(?!demo\/)[a-z-]+)\/|^[^/]+\.(md|json)$|^LICENSE$/;
    expect(release.packedFiles.filter((path) => !needed.test(path))).toEqual([]);
    expect(release.packedFiles.filter((path) => !path.includes('/')).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
    ]);
    expect(release.packedFiles).toEqual(
      expect.arrayContaining(['hooks/pre-commit', 'templates/husky/pre-commit', 'templates/schemas/mapping.json']),
    );
  });

  test('are at most 400 kB, packed', () => {
    expect(statSync(release.tarball).size).toBeLessThanOrEqual(400_000);
  });

  test('hold whatever package.json points at', () => {
    const targets = [...Object.values(manifest.exports), ...Object.values(manifest.bin)]
      .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
      .filter((target) => !target.includes('*'));
    for (const target of targets) expect(release.packedFiles).toContain(target.replace(/^\.\//, ''));
  });
});

describe('package.json', () => {
  test('has nothing that makes npm build in a clone: that breaks the pre-commit framework', () => {
    const magic = ['prepare', 'prepack', 'build', 'install', 'preinstall', 'postinstall'];
    expect(magic.filter((script) => Object.hasOwn(manifest.scripts, script))).toEqual([]);
    expect(manifest).not.toHaveProperty('workspaces');
  });

  test('depends on rregex and nothing else', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['rregex']);
    const kinds = ['peerDependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies'];
    expect(kinds.filter((kind) => Object.hasOwn(manifest, kind))).toEqual([]);
  });

  test('what npm installs is at most three packages, without scripts', () => {
    const lock = readJson(join(release.consumer, 'node_modules/.package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const installed = Object.entries(lock.packages);
    expect(installed.map(([path]) => path)).toContain('node_modules/contractgate-hook');
    expect(installed.length).toBeLessThanOrEqual(3);
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });
});

const alone = join(release.consumer, 'node_modules');

const CONTRACT = `version: "1.0"
name: event
ontology:
  entities:
    - { name: id, type: string, pattern: '^\\\\w+$' }
`;

describe('the library in a project of JavaScript', () => {
  const script = `
import { Contract, ContractCompileError, InvalidJsonError } from 'contractgate-hook';
const compiled = Contract.fromYaml(\`${CONTRACT}\`).compile();
const { passed, violations } = compiled.validate({ id: 'no way' });
const errors = [];
for (const attempt of [() => Contract.fromYaml('name: 1'), () => compiled.validateJson('{')]) {
  try { attempt(); } catch (error) {
    errors.push([error instanceof ContractCompileError, error instanceof InvalidJsonError, error.line]);
  }
}
console.log(JSON.stringify([compiled.validate({ id: 'józef' }).passed, passed, violations, errors]));
`;

  test.each([[[]], [['--disallow-code-generation-from-strings']]])('node %j', (flags) => {
    using project = consumer({ 'check.js': script }, alone);
    const { stdout, output } = node(project.path, ...flags, 'check.js');
    expect(stdout, output).toMatch(/^\[/);
    expect(JSON.parse(stdout)).toEqual([
      true,
      false,
      [
        {
          field: 'id',
          kind: 'pattern_mismatch',
          message: `Field 'id' value "no way" does not match required pattern`,
        },
      ],
      [
        [true, false, 1],
        [false, true, 1],
      ],
    ]);
  });

  test('the schemas and the manifest are there to be imported', () => {
    const imports = ['schemas/report.json', 'schemas/mapping.json', 'package.json'].map(
      (path) => `import.meta.resolve('contractgate-hook/${path}')`,
    );
    using project = consumer({ 'resolve.js': `console.log([${imports.join(', ')}].join('\\n'));\n` }, alone);
    const resolved = node(project.path, 'resolve.js').stdout.trim().split('\n');
    expect(resolved).toHaveLength(3);
    for (const url of resolved) expect(existsSync(new URL(url)), url).toBe(true);
  });

  test('the command says its version', () => {
    using project = consumer({}, alone);
    const bin = join(project.path, 'node_modules/.bin/contractgate-hook');
    const outcome = runCommand(bin, ['--version'], { cwd: project.path, environment: machineEnvironment() });
    expect(outcome).toMatchObject({ exitCode: 0, output: `${manifest.version}\n` });
  });
});

function node(cwd: string, ...args: string[]): Outcome {
  return runCommand(process.execPath, args, { cwd, environment: machineEnvironment() });
}
