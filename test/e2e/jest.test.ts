import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { consumer } from '../support/consumer.ts';
import { machineEnvironment } from '../support/machine-environment.ts';
import { runCommand } from '../support/run-command.ts';
import type { Outcome } from '../support/run-command.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const folder = new TemporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const jest = installJest();

/** Why there is no Jest; undefined where npm has installed it. In CI its tests may not be skipped. */
function installJest(): string | undefined {
  const quickly = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { exitCode, output } = runCommand('npm', ['install', ...quickly, 'jest@30'], {
    cwd: folder.path,
    environment: machineEnvironment(),
  });
  if (exitCode === 0) {
    const target = join(inject('release').userModules, 'contractgate-hook');
    symlinkSync(target, join(folder.path, 'node_modules/contractgate-hook'));
    return undefined;
  }
  if ((process.env['CI'] ?? '') !== '') throw new Error(`npm cannot install Jest:\n${output}`);
  process.stderr.write('SKIPPED: npm cannot install Jest\n');
  return 'npm cannot install it';
}

const contract = `version: '1.2'
name: orders
ontology:
  entities:
    - { name: id, type: string, pattern: '^\\p{L}+$' }
    - { name: lines, type: array, items: { name: line, type: integer } }
    - { name: at, type: string, required: false }
`;

/** Runs one test file of Jest, as README says. */
function runJest(script: string): Outcome {
  const files = { 'orders.yaml': contract, 'orders.test.js': script };
  using project = consumer(files, join(folder.path, 'node_modules'));
  // By its own file: the one in `.bin` is a link, and the modules are one too.
  return runCommand(process.execPath, ['node_modules/jest/bin/jest.js', '--colors=false', '--watchman=false'], {
    cwd: project.path,
    environment: { ...machineEnvironment(), NODE_OPTIONS: '--experimental-vm-modules' },
  });
}

const head = `import { Contract } from 'contractgate-hook';
import { contractMatchers } from 'contractgate-hook/vitest';
expect.extend(contractMatchers);
const good = { id: 'józef', lines: [1, 2] };
`;

describe.skipIf(jest !== undefined)(`Jest${jest === undefined ? '' : ` [SKIPPED: ${jest}]`}`, () => {
  test('knows the matchers, alone, negated and within others', () => {
    const { exitCode, output } = runJest(`${head}
test('by path, by URL, by text, by contract', () => {
  const url = new URL('orders.yaml', import.meta.url);
  const text = ${JSON.stringify(contract)};
  for (const contract of ['orders.yaml', url, url.href, text, Contract.fromYaml(text)]) {
    expect(good).toSatisfyContract(contract);
    expect({ ...good, id: '1' }).not.toSatisfyContract(contract);
    expect({ ...good, id: '1' }).toViolateContract(contract, { kind: 'pattern_mismatch', field: 'id' });
    expect(good).not.toViolateContract(contract);
  }
});
test('values of Jest’s own world are JSON values', () => {
  expect(JSON.parse('{"id": "a", "lines": []}')).toSatisfyContract('orders.yaml');
  expect({ ...good, at: new Date(0) }).toSatisfyContract('orders.yaml');
  expect({ ...good, lines: [1n, 2 ** 60] }).toSatisfyContract('orders.yaml');
  expect({ ...good, lines: [new Map()] }).toViolateContract('orders.yaml', { kind: 'type_mismatch' });
});
test('asymmetric', () => {
  expect({ sent: [good] }).toEqual({ sent: [expect.toSatisfyContract('orders.yaml')] });
  expect({ sent: 1 }).toEqual({ sent: expect.not.toSatisfyContract('orders.yaml') });
});
`);
    expect(output).toContain('Tests:       3 passed, 3 total');
    expect(exitCode).toBe(0);
  });

  test('fails with the frames of a report', () => {
    const { exitCode, output } = runJest(`${head}
test('that fails', () => {
  expect({ ...good, lines: [1, 'two'] }).toSatisfyContract('orders.yaml');
});
`);
    expect(exitCode).toBe(1);
    expect(output).toContain('expected the event to satisfy orders 1.2');
    expect(output).toMatch(/\d+:\d+ Field 'lines\[1\]' expected type Integer, got string type_mismatch/);
    expect(output).toContain('orders.yaml:6:');
    expect(output).toMatch(/> +\d+ \| +expect\(\{ \.\.\.good/);
  });
});
