import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { contract, makeEvents, mapping } from './events.mjs';
import { benchRepository, node, program } from './repository.mjs';

/** How long a commit takes where the repository is large, and where a contract governs many fixtures. */
export async function* tables() {
  yield* largeRepository();
  yield* fanOut();
}

function* largeRepository() {
  const small = withStagedFixtures(18);
  const large = withStagedFixtures(200_000);
  try {
    const commitIn = ({ root }) => ({ command: node, args: [program], cwd: root });
    yield {
      title: 'A commit of 3 fixtures, by the size of the repository',
      cases: [
        { name: '20 tracked files', ...commitIn(small) },
        { name: '200,000 tracked files', ...commitIn(large), target: 1.3 },
      ],
    };
  } finally {
    small.dispose();
    large.dispose();
  }
}

/** 3 fixtures staged in a repository with so many other files, which are in the index but not on disk. */
function withStagedFixtures(others) {
  const repository = benchRepository();
  repository.write('one.txt', '1\n');
  const oid = String(repository.git('hash-object', '-w', 'one.txt')).trim();
  const entries = Array.from({ length: others }, (_, index) => `100644 ${oid} 0\tsrc/${index % 500}/${index}.json\n`);
  repository.gitWith(entries.join(''), 'update-index', '--index-info');
  repository.write('contracts/user_events.yaml', contract);
  repository.write('contractgate-hook.yaml', mapping);
  repository.git('add', 'contracts', 'contractgate-hook.yaml');
  repository.git('commit', '-q', '-m', 'base', '--no-verify');
  writeFixtures(repository, 3);
  repository.git('add', 'fixtures');
  return repository;
}

/** What any tool has to do that reads the fixtures of a contract from the index. */
const floor = `const { spawn } = require('node:child_process');
const run = (args, input) => new Promise((resolve) => {
  const git = spawn('git', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  git.stdout.on('data', (chunk) => chunks.push(chunk));
  git.on('close', () => resolve(Buffer.concat(chunks)));
  git.stdin.end(input);
});
run(['ls-files', '-s', '-z', 'fixtures'], '').then(async (list) => {
  const oids = list.toString('latin1').split('\\0').map((entry) => entry.split(' ')[1]).filter(Boolean);
  const blobs = await run(['cat-file', '--batch'], oids.map((oid) => oid + '\\n').join(''));
  let count = 0;
  for (let at = 0; at < blobs.length; count++) {
    const end = blobs.indexOf(10, at);
    const size = Number(blobs.toString('latin1', at, end).split(' ')[2]);
    JSON.parse(blobs.toString('utf8', end + 1, end + 1 + size));
    at = end + size + 2;
  }
  console.log(count + ' events');
});`;

function* fanOut() {
  const repository = benchRepository();
  try {
    writeFixtures(repository, 5000);
    repository.write('contracts/user_events.yaml', contract);
    repository.write('contractgate-hook.yaml', mapping);
    repository.commit();
    repository.git('gc', '--quiet');
    repository.write('contracts/user_events.yaml', `${contract}# Another word on it.\n`);
    repository.git('add', 'contracts');
    const events = ({ stdout }) => Number(/([\d,]+) events/.exec(stdout)?.[1].replace(',', ''));
    const cwd = repository.root;
    // The contract is new in each run, as far as the verdicts go that earlier runs have kept.
    const prepare = () => rmSync(join(cwd, '.git/contractgate-hook'), { recursive: true, force: true });
    yield {
      title: 'A commit of a contract that governs 5,000 fixtures',
      found: 5000,
      cases: [
        { name: 'ls-files, cat-file --batch, JSON.parse', command: node, args: ['-e', floor], cwd, found: events },
        { name: 'contractgate-hook', command: node, args: [program], cwd, prepare, found: events, target: 2 },
      ],
    };
  } finally {
    repository.dispose();
  }
}

function writeFixtures(repository, count) {
  for (const [index, event] of makeEvents(count).entries()) {
    repository.write(`fixtures/user_events/${index}.json`, `${JSON.stringify(event, null, 2)}\n`);
  }
}
