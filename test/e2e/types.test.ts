import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { consumer } from '../support/consumer.ts';
import { machineEnvironment } from '../support/machine-environment.ts';
import { projectRoot } from '../support/release.ts';
import { runCommand, succeed } from '../support/run-command.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const release = inject('release');
const folder = new TemporaryFolder();
afterAll(() => folder[Symbol.dispose]());

/** The package, the tools of the project itself, and others as npm installs them. */
const modules = join(folder.path, 'node_modules');
const quickly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
const others = ['typescript@5', '@types/jest@30', '@types/node@20'];
succeed('npm', ['install', ...quickly, ...others], { cwd: folder.path, environment: machineEnvironment() });
symlinkSync(join(release.userModules, 'contractgate-hook'), join(modules, 'contractgate-hook'));
symlinkSync(join(release.userModules, 'lint-staged'), join(modules, 'lint-staged'));
symlinkSync(join(projectRoot, 'node_modules/vitest'), join(modules, 'vitest'));

const compilers = [
  ['TypeScript 7', join(projectRoot, 'node_modules/.bin/tsc')],
  ['TypeScript 5', join(modules, '.bin/tsc')],
] as const;

/** The strictest settings, and no types but those that are named. */
function compile(compiler: string, script: string, settings: object): string {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    ...settings,
  };
  const tsconfig = JSON.stringify({ compilerOptions, files: ['use.ts'] });
  using project = consumer({ 'use.ts': script, 'tsconfig.json': tsconfig }, modules);
  return runCommand(compiler, ['-p', '.'], { cwd: project.path, environment: machineEnvironment() }).output;
}

const everyEntry = `
import { Contract, ContractCompileError, ContractGateError, InvalidJsonError } from 'contractgate-hook';
import type { BatchValidationResult, CompiledContract, ValidateOptions, ValidationResult, Violation, ViolationKind } from 'contractgate-hook';
import { assertEvent } from 'contractgate-hook/assert';
import { AsyncClient, Client, HTTPError, ContractGateError as SameError } from 'contractgate-hook/client';
import type { AuditEntry, BatchIngestResponse, BulkIngestResult, EnvelopeIngestResponse, IngestResponse } from 'contractgate-hook/client';
import { lintStaged } from 'contractgate-hook/lint-staged';
import { contractMatchers } from 'contractgate-hook/vitest';
import type { Configuration } from 'lint-staged';

const options: ValidateOptions = { now: 0 };
const compiled: CompiledContract = Contract.fromYaml('').compile();
const result: ValidationResult = compiled.validate({ id: 1 }, options);
const batch: readonly ValidationResult[] = compiled.validateBatchJson(['{}']);
const enveloped: BatchValidationResult = compiled.validateEnvelope({});
const first: Violation | undefined = batch[0]?.violations[0] ?? enveloped.violations[0];
const kind: ViolationKind | undefined = first?.kind;
const error: ContractGateError = new InvalidJsonError('', 1, 2);
export const line: number | undefined = error instanceof ContractCompileError ? error.line : undefined;
export default { '*.json': lintStaged(['--strict']) } satisfies Configuration;
export { result, kind };

const key: string | undefined = undefined;
const client = new Client({ baseUrl: 'http://localhost', apiKey: key });
const answer: IngestResponse = client.ingest({ contractId: '1', events: [{ id: 1n }], atomic: true });
if (answer.results === undefined) {
  const envelope: EnvelopeIngestResponse = answer;
  const quarantined: number = envelope.quarantined;
  console.log(quarantined);
} else {
  const full: BatchIngestResponse = answer;
  for (const { violations, contract_version } of full.results) for (const { kind } of violations) console.log(kind, contract_version);
}
for (const entry of client.auditEntries()) console.log((entry satisfies AuditEntry).raw_event);
const cg = new AsyncClient({ baseUrl: 'http://localhost', maxConnections: 2 });
const bulk: BulkIngestResult = await cg.bulkIngest({ contractId: '1', stream: [1], idempotencyKey: 'k', timeoutMs: 5 });
for await (const event of cg.quarantinedEvents({ contractId: '1' })) console.log(event.replay_count, bulk.rateLimit?.remaining);
export const status: number | undefined = error instanceof HTTPError ? error.status : undefined;
const same: ContractGateError = new SameError('');
assertEvent('contract.yaml', same, { now: 1 });
const { pass, message } = contractMatchers.toViolateContract({}, compiled, { kind: 'enum_violation', field: 'x' });
console.log(pass, message().length);


// @ts-expect-error: an event is needed
compiled.validate();
// @ts-expect-error: seconds are a number
compiled.validate({}, { now: '0' });
// @ts-expect-error: undefined is not left out
compiled.validate({}, { now: undefined });
// @ts-expect-error: neither events nor json
client.ingest({ contractId: '1' });
// @ts-expect-error: no such kind
contractMatchers.toViolateContract({}, '', { kind: 'nonsense' });
// @ts-expect-error: a base URL is needed
new Client({ apiKey: '' });
`;

/** With the types of Node, a fetch and a signal are those of the platform. */
const withNode = `
import { AsyncClient } from 'contractgate-hook/client';
await using cg = new AsyncClient({ baseUrl: '', fetch: (url, init) => fetch(url, { ...init, keepalive: true }) });
await cg.stats({ signal: AbortSignal.timeout(5) });
// @ts-expect-error: not a signal
await cg.stats({ signal: 5 });
// @ts-expect-error: not a fetch
new AsyncClient({ baseUrl: '', fetch: (url: number) => url });
`;

const matchers = (source: string): string => `
import { expect } from '${source}';
import { contractMatchers } from 'contractgate-hook/vitest';
expect.extend(contractMatchers);
expect({}).toSatisfyContract('contract.yaml', { now: 1 });
expect({}).not.toSatisfyContract(new URL('file:///contract.yaml'));
expect({}).toViolateContract('contract.yaml', { kind: 'enum_violation', field: 'x' });
// @ts-expect-error: a contract is needed
expect({}).toSatisfyContract();
// @ts-expect-error: no such kind
expect({}).toViolateContract('contract.yaml', { kind: 'nonsense' });
`;

/** Jest's `expect` where it is a global, by @types/jest. */
const jest = matchers('x').replace(/^import \{ expect \}.*$/m, '');

describe.each(compilers)('%s compiles a project', (_, compiler) => {
  test('that uses every entry point, without the types of Node, vitest and Jest', () => {
    expect(compile(compiler, everyEntry, {})).toBe('');
  });

  test('that runs anywhere, without the types of the DOM either', () => {
    // lint-staged's own types need a console.
    const script = `${everyEntry.replace(/^.*lint-?staged.*$/gim, '')}declare const console: { log(...values: unknown[]): void };`;
    expect(compile(compiler, script, { lib: ['es2023'] })).toBe('');
  });

  test('with the types of Node', () => {
    expect(compile(compiler, withNode, { types: ['node'], lib: ['es2023', 'esnext.disposable'] })).toBe('');
  });

  test('that tests with vitest', () => {
    expect(compile(compiler, matchers('vitest'), { types: ['node'], skipLibCheck: true })).toBe('');
  });

  test('that tests with Jest', () => {
    expect(compile(compiler, jest, { types: ['node', 'jest'], skipLibCheck: true })).toBe('');
  });
});
