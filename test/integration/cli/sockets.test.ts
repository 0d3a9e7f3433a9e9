import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayCommands, repositoryOf } from '../../support/gateway-commands.ts';
import { KEY, userEvents } from '../../support/gateway/user-events.ts';
import { runCommand } from '../../support/run-command.ts';
import type { TemporaryRepository } from '../../support/temporary-repository.ts';

const commands = new GatewayCommands();
const url = 'http://127.0.0.1:65535';

let repository: TemporaryRepository;
beforeAll(() => {
  repository = repositoryOf({
    'contractgate-hook.yaml': "version: 1\nmappings: [{ files: 'fixtures/*', contract: contract.yaml }]\n",
    'contract.yaml': userEvents('1.0'),
    'fixtures/a.json': '{"user_id":"a","event_type":"click","timestamp":1}',
    '.contractgate.yml': `gateway: { url: ${url} }\n`,
  });
  repository.write('fixtures/b.json', '{"user_id":"b","event_type":"click","timestamp":2}');
  repository.git('add', '--all');
});
afterAll(() => repository[Symbol.dispose]());

/** What no hook may do: each writes down that it was tried, and fails. */
const preload = `
import { createRequire } from 'node:module';
import { appendFileSync } from 'node:fs';
const require = createRequire(import.meta.url);
const forbid = (owner, name) => {
  const original = owner[name];
  owner[name] = function (...args) {
    // Standard streams may be sockets of the process's own.
    appendFileSync(process.env.TRIED, name + '\\n');
    throw new Error(name + ' in a hook');
  };
  Object.assign(owner[name], original);
};
forbid(require('node:net').Socket.prototype, 'connect');
for (const [module, ...names] of [
  ['net', 'connect', 'createConnection', 'createServer'],
  ['tls', 'connect'],
  ['dns', 'lookup', 'resolve'],
  ['dgram', 'createSocket'],
  ['http', 'request', 'get'],
  ['https', 'request', 'get'],
  ['http2', 'connect'],
]) for (const name of names) forbid(require('node:' + module), name);
forbid(require('node:dns').promises, 'lookup');
forbid(globalThis, 'fetch');
`;

const hooks = [['check'], ['check', '--all'], ['check', 'fixtures/a.json'], ['lint'], ['list'], ['--format', 'json']];

const environment = (): Readonly<Record<string, string>> => ({
  ...repository.environment,
  CONTRACTGATE_URL: url,
  CONTRACTGATE_API_KEY: KEY,
});

describe('a hook opens no socket, wherever the gateway is said to be', () => {
  const tried = (args: readonly string[]): { exitCode: number | undefined; attempts: string } => {
    const script = join(repository.folder, 'preload.mjs');
    const record = join(repository.folder, 'tried');
    writeFileSync(script, preload);
    writeFileSync(record, '');
    const outcome = runCommand(process.execPath, ['--import', script, commands.program, ...args], {
      cwd: repository.root,
      environment: { ...environment(), TRIED: record },
    });
    return { exitCode: outcome.exitCode, attempts: readFileSync(record, 'utf8') };
  };

  it.each(hooks)('%s %s', (...args) => {
    expect(tried(args)).toEqual({ exitCode: 0, attempts: '' });
  });

  it('which this would notice: `verify` does', () => {
    expect(tried(['verify']).attempts).toMatch(/fetch/);
    expect(tried(['pull', '--check', '--offline'])).toEqual({ exitCode: 0, attempts: '' });
  });
});

/** The kernel's word for it, where it may be asked. */
const isTraceable = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

describe.skipIf(!isTraceable)('nor does anything that it starts, by the word of strace', () => {
  const internetCalls = (args: readonly string[]): string[] => {
    const record = join(repository.folder, 'trace');
    runCommand(
      'strace',
      ['-f', '-o', record, '-e', 'trace=socket,connect', process.execPath, commands.program, ...args],
      {
        cwd: repository.root,
        environment: environment(),
      },
    );
    expect(existsSync(record)).toBe(true);
    return readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET|PF_INET/.test(line));
  };

  it.each([['check'], ['--all']])('%s', (arg) => {
    expect(internetCalls([arg])).toEqual([]);
  });

  it('which this would notice: `verify` does', () => {
    expect(internetCalls(['verify'])).not.toEqual([]);
  });
});
