import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayCommands, repositoryOf } from '../../support/gateway-commands.ts';
import type { GatewayState, StoredContract } from '../../support/gateway/contracts.ts';
import type { GatewayProcess } from '../../support/gateway/gateway-process.ts';
import { KEY, ids } from '../../support/gateway/user-events.ts';
import type { TemporaryRepository } from '../../support/temporary-repository.ts';

const contract = (name: string, version: string): string =>
  `version: '${version}'\nname: ${name}\nontology: { entities: [{ name: id, type: string }] }\n`;

const stored = (id: string, name: string, versions: readonly string[]): StoredContract => ({
  id,
  name,
  versions: versions.map((version) => ({ version, state: 'stable', yaml: contract(name, version) })),
});

const gatewayState = (...contracts: readonly StoredContract[]): GatewayState => ({ keys: { [KEY]: [] }, contracts });

const orders = '55555555-5555-5555-5555-555555555555';
const old = gatewayState(stored(ids.events, 'user_events', ['1.0', '1.1']), stored(orders, 'orders', ['1']));
const newer = gatewayState(stored(ids.events, 'user_events', ['1.0', '1.1', '1.2']), stored(orders, 'orders', ['1']));

const commands = new GatewayCommands();
let gateway: GatewayProcess;
let later: GatewayProcess;
beforeAll(async () => {
  gateway = await commands.gateway(old);
  later = await commands.gateway(newer);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await later[Symbol.asyncDispose]();
});

const mapping = `version: 1
mappings:
  - { files: 'fixtures/*/*', contract: contracts/$1.yaml }
  - { files: 'recorded/*', contract: schemas/purchase.v1.yaml }
`;
/** Orders have a file of another name, which tells its own; of the events there is a fixture only. */
const files = {
  'contractgate-hook.yaml': mapping,
  'fixtures/user_events/one.json': '{"id":"a"}',
  'schemas/purchase.v1.yaml': contract('orders', '1'),
};
const eventsPath = 'contracts/user_events.yaml';
const lockPath = 'contractgate-hook.lock.json';

function read(repository: TemporaryRepository, path: string): string {
  return readFileSync(join(repository.root, path), 'utf8');
}

/** A repository that has pulled. */
function pulled(more: Readonly<Record<string, string>> = {}): TemporaryRepository {
  const repository = repositoryOf({ ...files, ...more });
  expect(commands.run(repository, ['pull'], gateway.url)).toMatchObject({ exitCode: 0 });
  return repository;
}

describe('pull', () => {
  it('writes contracts to where the mapping file has them, and what was written into the lock', () => {
    using repository = repositoryOf(files);
    const { exitCode, stdout } = commands.run(repository, ['pull'], gateway.url);
    expect(stdout).toBe(`contracts/user_events.yaml  user_events 1.1  written
schemas/purchase.v1.yaml  orders 1  up to date
contractgate-hook pull: 2 contracts
`);
    expect(exitCode).toBe(0);
    expect(read(repository, eventsPath)).toBe(contract('user_events', '1.1'));
    expect(JSON.parse(read(repository, lockPath))).toEqual({
      lockVersion: 1,
      contracts: {
        [eventsPath]: {
          id: ids.events,
          name: 'user_events',
          version: '1.1',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        'schemas/purchase.v1.yaml': { id: orders, name: 'orders', version: '1', sha256: expect.any(String) },
      },
    });
    expect(readdirSync(join(repository.root, 'contracts'))).toEqual(['user_events.yaml']);
    expect(commands.run(repository, ['--all'], undefined)).toMatchObject({ exitCode: 0 });

    const lock = read(repository, lockPath);
    expect(commands.run(repository, ['pull'], gateway.url).stdout).toContain('user_events 1.1  up to date');
    expect(read(repository, lockPath)).toBe(lock);
  });

  it('brings a new version, and leaves a pinned one', () => {
    using repository = pulled();
    expect(commands.run(repository, ['pull'], later.url).stdout).toContain('user_events 1.2  written');
    expect(read(repository, eventsPath)).toBe(contract('user_events', '1.2'));
    expect(commands.run(repository, ['pull', 'user_events@1.0'], later.url).stdout).toContain('1.0 (pinned)  written');
    expect(commands.run(repository, ['pull'], later.url).stdout).toContain('user_events 1.0 (pinned)  up to date');
    expect(commands.run(repository, ['pull', '--check'], later.url)).toMatchObject({ exitCode: 0 });
    expect(commands.run(repository, ['pull', 'user_events@latest'], later.url).stdout).toContain(
      'user_events 1.2  written',
    );
    expect(read(repository, lockPath)).not.toContain('pinned');
  });

  it('keeps what was edited unless it is forced, and then writes nothing else either', () => {
    using repository = pulled();
    const edited = `${contract('user_events', '1.1')}# by hand\n`;
    repository.write(eventsPath, edited);
    repository.write('schemas/purchase.v1.yaml', contract('orders', '0'));
    const { exitCode, output } = commands.run(repository, ['pull'], later.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining(`${eventsPath} is not what was pulled last`)]);
    expect(output).toContain('--force');
    expect(read(repository, eventsPath)).toBe(edited);
    expect(commands.run(repository, ['pull', 'user_events', '--force'], later.url)).toMatchObject({ exitCode: 0 });
    expect(read(repository, eventsPath)).toBe(contract('user_events', '1.2'));
    expect(read(repository, 'schemas/purchase.v1.yaml')).toBe(contract('orders', '0'));
  });

  it('keeps a contract that was there before the first pull and says something else', () => {
    using repository = repositoryOf({ ...files, [eventsPath]: `${contract('user_events', '1.1')}# ours\n` });
    expect(commands.run(repository, ['pull'], gateway.url)).toMatchObject({ exitCode: 2 });
    expect(existsSync(join(repository.root, lockPath))).toBe(false);
  });

  it('leaves out what no mapping names, unless it is asked for by its name', () => {
    using repository = repositoryOf({
      'contractgate-hook.yaml': 'version: 1\nmappings: [{ files: x/*, contract: x.yaml }]\n',
    });
    const { exitCode, stderr } = commands.run(repository, ['pull'], gateway.url);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(
      'note: orders is left out, since no mapping names it; contractgate-hook pull orders writes it to contracts/orders.yaml',
    );
    expect(commands.run(repository, ['pull', 'orders'], gateway.url)).toMatchObject({ exitCode: 0 });
    expect(read(repository, 'contracts/orders.yaml')).toBe(contract('orders', '1'));
    repository.write('.contractgate.yml', `gateway: { url: ${gateway.url} }\ncontracts: { dir: ./dc, pattern: '*' }\n`);
    expect(commands.run(repository, ['pull', 'user_events'], undefined)).toMatchObject({ exitCode: 0 });
    expect(read(repository, 'dc/user_events.yaml')).toBe(contract('user_events', '1.1'));
  });

  it('follows a contract that was moved with its mapping, and tells of one that the gateway no longer has', async () => {
    using repository = pulled();
    repository.write('contractgate-hook.yaml', mapping.replace('contracts/$1.yaml', 'moved/$1.yaml'));
    mkdirSync(join(repository.root, 'moved'));
    renameSync(join(repository.root, eventsPath), join(repository.root, 'moved/user_events.yaml'));
    expect(commands.run(repository, ['pull'], later.url).stdout).toContain(
      'moved/user_events.yaml  user_events 1.2  written',
    );
    expect(existsSync(join(repository.root, eventsPath))).toBe(false);
    const { contracts } = JSON.parse(read(repository, lockPath)) as { contracts: object };
    expect(Object.keys(contracts)).toEqual(['moved/user_events.yaml', 'schemas/purchase.v1.yaml']);
    await using fewer = await commands.gateway(gatewayState(stored(orders, 'orders', ['1'])));
    expect(commands.run(repository, ['pull', '--check'], fewer.url)).toMatchObject({
      exitCode: 0,
      stderr: `asking ${fewer.url} for contracts\nnote: moved/user_events.yaml was pulled as user_events, which the gateway no longer has\n`,
    });
  });

  it.each([
    ['no such contract', ['user_event'], 'the gateway has no contract user_event', 'Did you mean user_events?'],
    ['no such version', ['user_events@9'], 'user_events has no version 9 at the gateway', ''],
  ])('%s', (_, names, message, hint) => {
    using repository = repositoryOf(files);
    const { exitCode, output } = commands.run(repository, ['pull', ...names], gateway.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining(message)]);
    expect(output).toContain(hint);
    expect(existsSync(join(repository.root, lockPath))).toBe(false);
  });

  it.each(['../outside', '..', 'a/b', 'a\\b', 'a\nb', '/etc/x', '-rf', 'C:x'])(
    'a name that would lead elsewhere: %j',
    async (name) => {
      await using odd = await commands.gateway(
        gatewayState({
          ...stored(orders, name, ['1']),
          versions: [{ version: '1', state: 'stable', yaml: contract('x', '1') }],
        }),
      );
      using repository = repositoryOf(files);
      const { exitCode, output } = commands.run(repository, ['pull', '--', name], odd.url);
      expect([exitCode, output]).toEqual([2, expect.stringContaining('it cannot be the name of a file')]);
      expect(repository.git('status', '--porcelain')).toBe('');
    },
  );

  it('a folder that leads out of the repository, and a lock that does', () => {
    using repository = repositoryOf(files);
    mkdirSync(join(repository.folder, 'outside'));
    symlinkSync(join(repository.folder, 'outside'), join(repository.root, 'contracts'));
    const { exitCode, output } = commands.run(repository, ['pull'], gateway.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining('its folder leads out of the repository')]);
    expect(readdirSync(join(repository.folder, 'outside'))).toEqual([]);
    const locked = { id: ids.events, name: 'user_events', version: '1', sha256: '0' };
    repository.write(lockPath, JSON.stringify({ lockVersion: 1, contracts: { '../x.yaml': locked } }));
    expect(commands.run(repository, ['pull'], gateway.url)).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining('the lock of pulled contracts cannot be read'),
    });
  });

  it('a link where a contract should be', () => {
    using repository = repositoryOf(files);
    mkdirSync(join(repository.root, 'contracts'));
    symlinkSync('/etc/hostname', join(repository.root, eventsPath));
    const { exitCode, output } = commands.run(repository, ['pull', '--force'], gateway.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining('is not pulled: it is not a regular file')]);
  });

  it('a contract that the gateway would refuse at its first event', async () => {
    const yaml = "version: '1'\nname: orders\nontology: { entities: [{ name: a, type: string, pattern: '[' }] }\n";
    await using odd = await commands.gateway(
      gatewayState({ id: orders, name: 'orders', versions: [{ version: '1', state: 'stable', yaml }] }),
    );
    using repository = repositoryOf(files);
    const { exitCode, output } = commands.run(repository, ['pull', '--force'], odd.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining('version 1 of orders is not pulled')]);
    expect(read(repository, 'schemas/purchase.v1.yaml')).toBe(contract('orders', '1'));
  });

  it.each([
    ['no gateway', undefined, 'it is not known where the gateway is'],
    ['nobody there', 'http://127.0.0.1:65535', 'could not be asked'],
  ])('%s', (_, url, message) => {
    using repository = repositoryOf(files);
    expect(commands.run(repository, ['pull'], url)).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining(message),
    });
  });
});

describe('pull --check', () => {
  const check = (repository: TemporaryRepository, url: string | undefined, ...more: string[]) =>
    commands.run(repository, ['pull', '--check', ...more], url);

  it('writes nothing', () => {
    using repository = repositoryOf(files);
    const { exitCode, stdout } = check(repository, gateway.url);
    expect(exitCode).toBe(1);
    expect(stdout).toBe(`contracts/user_events.yaml  user_events 1.1  missing
schemas/purchase.v1.yaml  orders 1  not in the lock
contractgate-hook pull --check: 2 contracts: 2 differ; contractgate-hook pull mends it
`);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('tells what is up to date, out of date and edited', () => {
    using repository = pulled();
    expect(check(repository, gateway.url)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('all are what the gateway has'),
    });
    expect(check(repository, later.url)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('user_events 1.2  out of date'),
    });
    repository.write(eventsPath, '# nothing\n');
    expect(check(repository, gateway.url)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('edited since it was pulled'),
    });
  });

  it('without the gateway, tells what is not as it was pulled', () => {
    using repository = pulled();
    expect(check(repository, undefined, '--offline')).toMatchObject({ exitCode: 0 });
    // The line ends of another checkout are no edit.
    repository.write(eventsPath, read(repository, eventsPath).replaceAll('\n', '\r\n'));
    expect(check(repository, undefined, '--offline')).toMatchObject({ exitCode: 0 });
    repository.write(eventsPath, '# nothing\n');
    repository.git('rm', '-q', '-f', 'schemas/purchase.v1.yaml');
    const { exitCode, stdout } = check(repository, undefined, '--offline');
    expect(exitCode).toBe(1);
    expect(stdout).toBe(`contracts/user_events.yaml  edited since it was pulled
schemas/purchase.v1.yaml  missing
contractgate-hook pull --check: 2 differences
`);
  });

  it('options that make no sense', () => {
    using repository = repositoryOf(files);
    expect(commands.run(repository, ['pull', '--offline'], undefined)).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining('--offline needs --check'),
    });
    expect(check(repository, undefined, '--force')).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining('exclude each other'),
    });
  });
});
