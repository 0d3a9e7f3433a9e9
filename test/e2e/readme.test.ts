import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { GatewayProcess } from '../support/gateway/gateway-process.ts';
import { KEY, state } from '../support/gateway/user-events.ts';
import { machineEnvironment } from '../support/machine-environment.ts';
import { projectRoot } from '../support/release.ts';
import { runCommand } from '../support/run-command.ts';
import type { Outcome } from '../support/run-command.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

/** A project as README has it in mind: with its contract, its events, vitest, and the packed package. */
const project = new TemporaryFolder();
const modules = join(project.path, 'node_modules');
let gateway: GatewayProcess;

beforeAll(async () => {
  const release = inject('release');
  mkdirSync(join(modules, '@types'), { recursive: true });
  for (const name of ['contractgate-hook', 'rregex'])
    symlinkSync(join(release.consumer, 'node_modules', name), join(modules, name));
  for (const name of ['vitest', '@types/node'])
    symlinkSync(join(projectRoot, 'node_modules', name), join(modules, name));
  write('package.json', '{ "type": "module" }');
  write('contracts/user_events.yaml', state.contracts[0]!.versions[2]!.yaml);
  write(
    'events.ndjson',
    '{"user_id":"a","event_type":"click","timestamp":1}\n{"user_id":"A","event_type":"click","timestamp":1}\n',
  );
  gateway = await GatewayProcess.start(project.path, state);
});
beforeEach(() => gateway.requests());
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  project[Symbol.dispose]();
});

function write(path: string, text: string): void {
  mkdirSync(join(project.path, path, '..'), { recursive: true });
  writeFileSync(join(project.path, path), text);
}

/** The TypeScript of README, block by block, as it stands there. */
const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const blocks = Array.from(readme.matchAll(/^```ts\n([^]*?)^```$/gm), ([, code = '']) => code);

/** The one block that has this in it. */
function blockWith(part: string): string {
  const found = blocks.filter((block) => block.includes(part));
  expect(found, part).toHaveLength(1);
  return found[0]!;
}

function run(program: string, ...args: readonly string[]): Outcome {
  return runCommand(program, args, { cwd: project.path, environment: machineEnvironment() });
}

/** Runs a block against the gateway of this test. */
function runBlock(block: string): Outcome {
  const code = block.replaceAll('https://gw.example.com', gateway.url).replaceAll('cg_live_...', KEY);
  write('example.mjs', transformSync(code, { loader: 'ts', target: 'node20' }).code);
  return run(process.execPath, 'example.mjs');
}

describe('the examples of README', () => {
  test.each([
    ['the local validator', 'assert(vr.passed', ''],
    // The mark before it depends on the version of Node.
    ['node:test', 'assertEvent(', /^. pass 1\n. fail 0$/m],
    ['the blocking client', 'const cg = new Client(', '1 / 1 events passed\n'],
    ['the async client', 'auditEntries(', /^0 passed\n(1\.1 true\n)*$/],
    ['a stream', 'createReadStream(', /^1 of 2 \d+ false\n$/],
    ['retries of reads', 'const patient', /^\d+\n$/],
  ])('%s', (_, part, stdout) => {
    const outcome = runBlock(blockWith(part));
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    if (typeof stdout === 'string') expect(outcome.stdout).toBe(stdout);
    else expect(outcome.stdout).toMatch(stdout);
  });

  test('the matchers, by vitest', () => {
    write('example.test.ts', blockWith(`from 'vitest'`));
    const outcome = run(
      process.execPath,
      join(modules, 'vitest/vitest.mjs'),
      'run',
      '--globals=false',
      'example.test.ts',
    );
    expect(outcome.output).toMatch(/1 passed/);
    expect(outcome.exitCode).toBe(0);
  });

  test('a read is retried as it says, and an ingest is not', async () => {
    const { code } = transformSync(blockWith('const patient'), { loader: 'ts', target: 'node20' });
    const fault = { kind: 'answer', status: 503, headers: {}, text: '' } as const;
    await gateway.fail(fault, 2);
    expect(runBlock(code)).toMatchObject({ exitCode: 0 });
    expect(await gateway.requests()).toHaveLength(3);
    await gateway.fail(fault);
    const contractId = state.contracts[0]!.id;
    const ingest = `await cg.ingest({ contractId: '${contractId}', events: [{}] }).catch((error) => console.log(error.status));`;
    expect(runBlock(code.replace(/^console\.log.*$/m, ingest))).toMatchObject({ exitCode: 0, stdout: '503\n' });
    expect(await gateway.requests()).toHaveLength(1);
  });

  test('are all here, and their types hold', () => {
    expect(blocks).toHaveLength(7);
    for (const [index, block] of blocks.entries()) write(`block-${index}.ts`, block);
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'esnext.disposable'],
      strict: true,
      noEmit: true,
      types: ['node'],
      skipLibCheck: true,
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, files: blocks.map((_, index) => `block-${index}.ts`) }));
    expect(run(join(projectRoot, 'node_modules/.bin/tsc'), '-p', '.').output).toBe('');
  });
});
