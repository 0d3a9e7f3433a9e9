import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayCommands, repositoryOf } from '../../support/gateway-commands.ts';
import type { GatewayProcess } from '../../support/gateway/gateway-process.ts';
import { KEY, state, userEvents } from '../../support/gateway/user-events.ts';

const commands = new GatewayCommands();
let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await commands.gateway(state);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const mapping = `version: 1
mappings:
  - { files: 'fixtures/*/bad*', contract: contracts/$1.yaml, expect: fail }
  - { files: 'fixtures/*/*', contract: contracts/$1.yaml }
`;
const event = (timestamp: string | number): string =>
  `{"user_id": "a", "event_type": "click", "timestamp": ${timestamp}}`;
const files = {
  'contractgate-hook.yaml': mapping,
  'contracts/user_events.yaml': userEvents('1.0').replace(/transform: .* \}/, 'max_length: 9 }'),
  'fixtures/user_events/one.json': event(1),
};

it('asks about every event as its file has it, and nothing is stored', async () => {
  using repository = repositoryOf({
    ...files,
    'fixtures/user_events/bad.json': `[\n  ${event('1.0')},\n  ${event('"1"')}\n]\n`,
    'fixtures/user_events/lines.ndjson': `${event(12345678901234567890n.toString())}\n\n${event(2)}\n`,
    'fixtures/user_events/other.yaml': 'user_id: b\nevent_type: view\ntimestamp: 3\n',
    'contracts/envelope.yaml':
      "version: '1'\nname: e\nontology: { entities: [{ name: id, type: string }] }\nenvelope: { records_path: data }\n",
    'fixtures/envelope/page.json': '{ "data": [ { "id": "a" }, { "id": "b" } ] }',
    'contracts/fresh.yaml':
      "version: '1'\nname: f\nontology: { entities: [] }\nquality: [{ field: ts, type: freshness, max_age_seconds: 60 }]\n",
    'fixtures/fresh/now.json': `{ "ts": ${Math.floor(Date.now() / 1000)} }`,
    'fixtures/fresh/bad-old.json': '{ "ts": 1700000000 }',
  });
  const { exitCode, stdout, stderr } = commands.run(repository, ['verify'], gateway.url);
  expect(stdout).toBe(`contractgate-hook verify: 10 verdicts of 10 agree with ${gateway.url}\n`);
  expect(stderr).toBe(`asking ${gateway.url} about 10 events\n`);
  expect(exitCode).toBe(0);
  const requests = await gateway.requests();
  expect([...new Set(requests.map(({ method, url }) => `${method} ${url}`))]).toEqual(['POST /playground/validate']);
  const asked = requests.map(({ body }) => body.slice(body.indexOf('"event":') + 8, -1));
  expect(asked).toEqual(expect.arrayContaining([event('1.0'), event('12345678901234567890'), '{ "id": "b" }']));
});

it('asks about what is selected', async () => {
  using repository = repositoryOf({ ...files, 'fixtures/user_events/two.json': event(2) });
  const ask = async (...args: string[]): Promise<number> => {
    expect(commands.run(repository, ['verify', ...args], gateway.url).exitCode).toBe(0);
    return (await gateway.requests()).length;
  };
  expect(await ask()).toBe(2);
  expect(await ask('fixtures/user_events/two.json')).toBe(1);
  expect(await ask('--staged')).toBe(0);
  repository.write('fixtures/user_events/three.json', event(3));
  repository.git('add', '--all');
  expect(await ask('--staged')).toBe(1);
});

const violation = { field: 'user_id', kind: 'sentience_violation', message: 'too clever by half' };
const verdict = (violations: readonly object[]) =>
  ({
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    text: JSON.stringify({ passed: violations.length === 0, violations, validation_us: 1 }),
  }) as const;

describe('where the gateway judges otherwise', () => {
  it('the difference is a bug report', async () => {
    using repository = repositoryOf(files);
    await gateway.fail(verdict([violation]));
    const { exitCode, stdout } = commands.run(repository, ['verify'], gateway.url);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'fixtures/user_events/one.json:1: event 0, by contracts/user_events.yaml: the verdicts differ, which is a bug of contractgate-hook.',
    );
    expect(stdout).toContain(`\`\`\`yaml\n${files['contracts/user_events.yaml']}\`\`\``);
    expect(stdout).toContain(`\`\`\`json\n${event(1)}\n\`\`\``);
    expect(stdout).toContain('The gateway:\n\n- sentience_violation at `user_id`: too clever by half\n');
    expect(stdout).toContain('contractgate-hook:\n\n- passes\n');
    expect(stdout).toContain(`0 verdicts of 1 agree with ${gateway.url}\n`);
  });

  it.each([
    ['a message', { field: 'timestamp', kind: 'type_mismatch', message: 'Field timestamp' }],
    [
      'a kind',
      { field: 'timestamp', kind: 'enum_violation', message: `Field 'timestamp' expected type Integer, got string` },
    ],
    [
      'a field',
      { field: 'time', kind: 'type_mismatch', message: `Field 'timestamp' expected type Integer, got string` },
    ],
  ])('%s is enough', async (_, other) => {
    using repository = repositoryOf({ ...files, 'fixtures/user_events/one.json': event('"1"') });
    await gateway.fail(verdict([other]));
    expect(commands.run(repository, ['verify'], gateway.url).exitCode).toBe(1);
  });

  it('without the event where its contract declares a PII transform', async () => {
    const sensitive = { ...files, 'contracts/user_events.yaml': userEvents('1.0') };
    using repository = repositoryOf({
      ...sensitive,
      'fixtures/user_events/one.json':
        '{"user_id":"secret!","event_type":"click","timestamp":1,"email":"bob@example.com"}',
    });
    const difference = verdict([{ ...violation, message: 'says bob@example.com' }]);
    await gateway.fail(difference);
    const hidden = commands.run(repository, ['verify'], gateway.url).output;
    expect(hidden).not.toMatch(/bob|secret/);
    expect(hidden).toContain('- sentience_violation at `user_id`\n');
    await gateway.fail(difference);
    expect(commands.run(repository, ['verify', '--show-values'], gateway.url).output).toContain('bob@example.com');
  });

  it('a contract or an event that it refuses', async () => {
    using repository = repositoryOf(files);
    const text = '{"error":"Invalid contract YAML: no","status":422}';
    await gateway.fail({ kind: 'answer', status: 422, headers: { 'content-type': 'application/json' }, text });
    const { exitCode, stdout } = commands.run(repository, ['verify'], gateway.url);
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringContaining('- refuses it: Invalid contract YAML: no (HTTP 422)'),
    ]);
  });

  it('as JSON', async () => {
    using repository = repositoryOf({ ...files, 'fixtures/user_events/bad.json': event('"1"') });
    await gateway.fail(verdict([violation]));
    const { exitCode, stdout } = commands.run(repository, ['verify', '--json'], gateway.url);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      gateway: gateway.url,
      asked: 2,
      agreed: 1,
      differences: [
        { line: 1, record: 0, contract: 'contracts/user_events.yaml', bugReport: expect.stringContaining('disagree') },
      ],
      problems: [],
    });
  });
});

it('freshness is judged by the clock of the gateway', async () => {
  const contract =
    "version: '1'\nname: f\nontology: { entities: [] }\nquality: [{ field: ts, type: freshness, max_age_seconds: 60 }]\n";
  using repository = repositoryOf({
    'contractgate-hook.yaml': mapping,
    'contracts/fresh.yaml': contract,
    'fixtures/fresh/a.json': '{ "ts": 1700000000 }',
  });
  const answerAt = (clock: number, age: number) => {
    const message = `Quality freshness: field 'ts' timestamp is ${age}s old (max 60s)`;
    const fault = verdict([{ field: 'ts', kind: 'freshness_violation', message }]);
    return { ...fault, headers: { ...fault.headers, date: new Date(clock * 1000).toUTCString() } };
  };
  const far = 1_900_000_000;
  await gateway.fail(answerAt(far, far - 1_700_000_000));
  expect(commands.run(repository, ['verify'], gateway.url)).toMatchObject({ exitCode: 0 });
  await gateway.fail(answerAt(far, 100));
  expect(commands.run(repository, ['verify'], gateway.url)).toMatchObject({ exitCode: 1 });
});

describe('where it cannot be asked', () => {
  it.each([
    ['there is no URL', undefined, KEY, /it is not known where the gateway is\n.*CONTRACTGATE_URL/],
    ['the URL is none', 'nonsense', KEY, /CONTRACTGATE_URL has to be an http or https URL/],
    ['the URL holds a password', `http://me:${KEY}@x`, KEY, /CONTRACTGATE_URL may not hold .* as CONTRACTGATE_API_KEY/],
    ['the key cannot be sent', 'http://127.0.0.1:65535', `${KEY}\n`, /CONTRACTGATE_API_KEY has to be printable ASCII/],
    [
      'nobody is there',
      'http://127.0.0.1:65535',
      KEY,
      /the gateway at http:\/\/127\.0\.0\.1:65535 could not be asked: .*\n.*Look at CONTRACTGATE_URL/,
    ],
  ])('%s', (_, url, key, message) => {
    using repository = repositoryOf(files);
    const { exitCode, output } = commands.run(repository, ['verify'], url, { key });
    expect([exitCode, output]).toEqual([2, expect.stringMatching(message)]);
    expect(output).not.toContain(KEY);
    expect(output).not.toMatch(/^ +at /m);
  });

  it('the key is wrong', () => {
    using repository = repositoryOf(files);
    const { exitCode, output } = commands.run(repository, ['verify'], gateway.url, { key: 'cg_live_wrong' });
    expect([exitCode, output]).toEqual([2, expect.stringMatching(/Unauthorized.*\n.*Set CONTRACTGATE_API_KEY/)]);
    expect(output).not.toContain('cg_live_wrong');
  });

  it('something of the selection cannot be judged', () => {
    using repository = repositoryOf({ ...files, 'fixtures/none/x.json': '{}' });
    const { exitCode, output } = commands.run(repository, ['verify'], gateway.url);
    expect([exitCode, output]).toEqual([2, expect.stringContaining('there is no contract contracts/none.yaml')]);
    expect(output).toContain('1 verdict of 1 agree');
  });
});

describe('.contractgate.yml of the gateway’s own command line', () => {
  const own = (url: string): string =>
    `version: "1.0"\ngateway:\n  url: ${url}\ncontracts: { dir: ./contracts, pattern: "*.yaml" }\nelse: 1\n`;

  it('is found from a folder below, and the environment comes before it', () => {
    using repository = repositoryOf({ ...files, '.contractgate.yml': own(gateway.url) });
    const cwd = join(repository.root, 'fixtures/user_events');
    expect(commands.run(repository, ['verify'], undefined, { cwd })).toMatchObject({ exitCode: 0 });
    expect(commands.run(repository, ['verify'], 'http://127.0.0.1:65535')).toMatchObject({ exitCode: 2 });
  });

  it('is told apart from none, and where it is wrong, with the place', () => {
    using repository = repositoryOf({ ...files, '.contractgate.yml': 'gateway:\n  url: [\n' });
    const { exitCode, output } = commands.run(repository, ['verify'], undefined);
    expect([exitCode, output]).toEqual([
      2,
      expect.stringMatching(/\.contractgate\.yml:\d+:\d+.*: \.contractgate\.yml cannot be read/),
    ]);
  });
});
