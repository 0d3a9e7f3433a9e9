import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contract, makeEvents, mapping, schema } from './events.mjs';
import { measure, summarizeRuns } from './measure.mjs';
import { benchRepository, node, program } from './repository.mjs';

const readAndParse = `const { readdirSync, readFileSync } = require('node:fs');
for (const name of readdirSync('fixtures/user_events'))
  JSON.parse(readFileSync('fixtures/user_events/' + name, 'utf8'));`;

const listIndex = `require('node:child_process').spawn('git', ['ls-files', '-s', '-z'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.resume();`;

/** One file; a thousand small ones, nothing kept; ten thousand that have not changed since the last run; more and more. */
export async function* tables({ peers, runs }) {
  yield* inRepository(1, one, peers);
  yield* inRepository(1000, thousand, peers);
  yield* inRepository(10_000, unchanged);
  yield await growth(runs);
}

async function* inRepository(count, casesOf, peers) {
  const repository = repositoryOf(count);
  try {
    yield casesOf(repository, peers);
  } finally {
    repository.dispose();
  }
}

/** What a file costs besides the start, which a repository of one file tells. */
async function growth(runs) {
  const sizes = [1, 100, 1000, 10_000, 100_000];
  const repositories = [];
  try {
    for (const size of sizes) repositories.push(repositoryOf(size));
    const cases = sizes.map((size, index) =>
      ours(repositories[index], `${size}`, ['--all', '--no-cache'], { found: undefined }),
    );
    const [start, ...rows] = summarizeRuns({ cases }, await measure({ cases }, runs));
    return {
      title: 'Growth: --all, nothing kept, by the number of files',
      rows: rows.map(({ name, median }) => ({
        name: `${Number(name).toLocaleString('en-US')} files`,
        'µs per file': Math.round(((median - start.median) / Number(name)) * 1e3),
      })),
    };
  } finally {
    for (const repository of repositories) repository.dispose();
  }
}

/** So many fixtures of 300 bytes, committed, all of which hold. */
function repositoryOf(count) {
  const repository = benchRepository();
  try {
    repository.write('contracts/user_events.yaml', contract);
    repository.write('contractgate-hook.yaml', mapping);
    repository.write(
      'schema.json',
      JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }),
    );
    repository.write('schema-7.json', JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema', ...schema }));
    for (const [index, event] of makeEvents(count).entries()) {
      const note = { note: 'x'.repeat(80) };
      repository.write(`fixtures/user_events/${index}.json`, `${JSON.stringify({ ...event, ...note }, null, 2)}\n`);
    }
    repository.commit();
    return repository;
  } catch (error) {
    repository.dispose();
    throw error;
  }
}

function ours(repository, name, args, others = {}) {
  return { name, command: node, args: [program, ...args], cwd: repository.root, found: eventsChecked, ...others };
}

/** How many events our summary tells of, all of which hold. */
function eventsChecked({ stdout }) {
  return Number(/([\d,]+) events? in .*all hold/.exec(stdout)?.[1].replaceAll(',', ''));
}

function one(repository, peers) {
  const cwd = repository.root;
  const broken = 'broken.json';
  repository.write(broken, JSON.stringify({ ...makeEvents(1)[0], event_type: 'delete' }));
  const cases = oneFile(repository, peers, 'fixtures/user_events/0.json');
  for (const { name, command, args } of oneFile(repository, peers, broken).slice(3)) {
    if (spawnSync(command, args, { cwd }).status === 0) throw new Error(`${name} lets a broken file pass`);
  }
  return { title: 'One file, given by name', found: 1, cases };
}

function oneFile(repository, peers, file) {
  const cwd = repository.root;
  return [
    { name: 'node -e 0', command: node, args: ['-e', '0'] },
    ours(repository, 'contractgate-hook, warm', [file], { target: 1.5 }),
    ours(repository, 'contractgate-hook, nothing kept', ['--no-cache', file], {
      target: 1.5,
      ahead: 'ata-validator',
    }),
    ...peerCases(peers, cwd, [file]),
    ...(peers === undefined
      ? []
      : [
          {
            name: 'ata-validator',
            command: peers.ata[0],
            args: [peers.ata[1], 'validate', 'schema.json', file],
            cwd,
          },
        ]),
  ];
}

function thousand(repository, peers) {
  const cwd = repository.root;
  const all = ['fixtures/user_events/*.json'];
  return {
    title: '--all, 1,000 fixtures of 300 bytes, nothing kept',
    found: 1000,
    cases: [
      { name: 'node that reads and JSON.parses them', command: node, args: ['-e', readAndParse], cwd },
      ours(repository, 'contractgate-hook', ['--all', '--no-cache'], { target: 1.5, ahead: '@jirutka/ajv-cli 6' }),
      ...peerCases(
        peers,
        cwd,
        all,
        readdirSync(join(cwd, 'fixtures/user_events')).map((name) => `fixtures/user_events/${name}`),
      ),
    ],
  };
}

/** Their exit code tells that all hold; two of them end before a pipe has taken all that they print. */
function peerCases(peers, cwd, globs, files = globs) {
  if (peers === undefined) return [];
  const [command, jirutka] = peers.jirutkaAjv;
  return [
    {
      name: '@jirutka/ajv-cli 6',
      command,
      args: [jirutka, 'validate', '--spec=draft2020', '--all-errors', '-s', 'schema.json', ...files],
      cwd,
    },
    {
      name: 'ajv-cli 5',
      command: peers.ajvCli[0],
      args: [
        peers.ajvCli[1],
        'validate',
        '--spec=draft2020',
        '--all-errors',
        '-s',
        'schema.json',
        ...globs.flatMap((glob) => ['-d', glob]),
      ],
      cwd,
    },
    {
      name: 'v8r 6 (Node 24)',
      command: peers.v8r[0],
      args: [peers.v8r[1], '--schema', 'schema-7.json', ...globs],
      cwd,
    },
    {
      name: 'jsonschema (native)',
      command: peers.jsonschema,
      args: ['validate', 'schema.json', ...files],
      cwd,
      found: ({ stdout, stderr }) => Number(/(\d+) passed/.exec(stdout + stderr)?.[1]),
    },
  ];
}

function unchanged(repository) {
  const cwd = repository.root;
  const kept = join(cwd, '.git/contractgate-hook');
  return {
    title: '--all, 10,000 unchanged fixtures',
    found: 10_000,
    cases: [
      { name: 'node that runs git ls-files -s', command: node, args: ['-e', listIndex], cwd },
      ours(repository, 'contractgate-hook, warm', ['--all'], {
        target: 2,
        prepare() {
          if (!existsSync(kept)) spawnSync(node, [program, '--all'], { cwd });
        },
      }),
      ours(repository, 'contractgate-hook, first run', ['--all'], {
        prepare: () => rmSync(kept, { recursive: true, force: true }),
      }),
    ],
  };
}
