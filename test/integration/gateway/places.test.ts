import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { GatewaySetting, rejection } from '../../support/gateway/setting.ts';
import { KEY, good, ids } from '../../support/gateway/user-events.ts';
import { machineEnvironment } from '../../support/machine-environment.ts';

const setting = new GatewaySetting();

function node(args: readonly string[], input: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', env: machineEnvironment() });
  return stdout + stderr;
}

const construct = (): string => `new Client({ baseUrl: '${setting.gateway.url}', apiKey: '${KEY}' })`;
const ingest = `.ingest({ contractId: '${ids.events}', events: [${JSON.stringify(good)}] }).passed`;
const url = (): string => pathToFileURL(join(setting.libraryFolder, 'client.js')).href;

it('the blocking client works at the prompt of a REPL', () => {
  const typed = `const { Client } = await import('${url()}'); 'it is ' + ${construct()}${ingest}\n`;
  expect(node(['--interactive'], typed)).toContain(`'it is 1'`);
});

it('in a CommonJS script', () => {
  const script = `import('${url()}').then(({ Client }) => console.log('it is', ${construct()}${ingest}));`;
  expect(node(['--input-type=commonjs', '-'], script)).toBe('it is 1\n');
});

it('in a worker thread', () => {
  const inside = `import('${url()}').then(({ Client }) => console.log('it is', ${construct()}${ingest}));`;
  const script = `new (require('node:worker_threads').Worker)(${JSON.stringify(inside)}, { eval: true });`;
  expect(node(['--input-type=commonjs', '-'], script)).toBe('it is 1\n');
});

it('where no code may be made at run time', () => {
  const script = `import('${url()}').then(({ Client }) => console.log('it is', ${construct()}${ingest}));`;
  expect(node(['--disallow-code-generation-from-strings', '--input-type=commonjs', '-'], script)).toBe('it is 1\n');
});

it('says what is wrong where a bundler has left the worker behind', async () => {
  const moved = join(setting.libraryFolder, '../moved');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(setting.libraryFolder, 'client.js')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(moved, 'app.mjs'),
    external: ['rregex'],
    logLevel: 'silent',
  });
  const { Client } = (await import(
    pathToFileURL(join(moved, 'app.mjs')).href
  )) as typeof import('../../../src/client.ts');
  const cg = new Client({ baseUrl: setting.gateway.url, apiKey: KEY });
  expect(await rejection(() => cg.stats())).toMatchObject({
    name: 'ContractGateError',
    message: expect.stringMatching(
      /the worker of the blocking client is not at .*worker\.js: keep contractgate-hook out/,
    ),
  });
});
