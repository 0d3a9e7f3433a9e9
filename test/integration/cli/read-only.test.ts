import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstatSync, readFileSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { BAD, BETTER, CONTRACT, GOOD, SEED } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
let program: string;
let repository: TemporaryRepository;
let before: ReadonlyMap<string, string>;
beforeAll(() => {
  program = bundleProgram(folder.path);
  repository = busyRepository();
  before = everythingIn(repository.root);
});
afterAll(() => {
  repository[Symbol.dispose]();
  folder[Symbol.dispose]();
});

/** A repository with something in every place that a tool could write to. */
function busyRepository(): TemporaryRepository {
  const busy = new TemporaryRepository();
  busy.commit({ ...SEED, '.gitignore': 'ignored\n', 'fixtures/a.json': GOOD, 'fixtures/b.json': GOOD });
  busy.git('checkout', '--quiet', '-b', 'topic');
  busy.commit(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`fixtures/many/${at}.json`, GOOD])));
  busy.write('fixtures/a.json', BETTER);
  busy.git('stash', 'push', '--quiet');
  busy.stage('contracts/event.yaml', `${CONTRACT}# Another word.\n`);
  busy.stage('fixtures/c.json', BAD);
  busy.write('fixtures/c.json', GOOD);
  busy.write('fixtures/b.json', BETTER);
  busy.write('fixtures/untracked.json', BAD);
  busy.write('fixtures/announced.json', GOOD);
  busy.git('add', '--intent-to-add', 'fixtures/announced.json');
  busy.write('ignored', 'x');
  symlinkSync('a.json', join(busy.root, 'fixtures/link.json'));
  // The same content with another time: a refresh would note it in the index.
  busy.remove('fixtures/many/7.json');
  busy.write('fixtures/many/7.json', GOOD);
  return busy;
}

/** What the tool may keep, under the git directory. */
const KEPT = '.git/contractgate-hook';

/** Every file, folder and link with its content, mode and time; the git directory with all that is in it. */
function everythingIn(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (path: string): void => {
    const place = join(root, path);
    const stats = lstatSync(place, { bigint: true });
    // A new folder inside changes the time of this one, and nothing else.
    const time = path === '.git' ? 0n : stats.mtimeNs;
    const content = stats.isSymbolicLink()
      ? readlinkSync(place)
      : stats.isFile()
        ? createHash('sha256').update(readFileSync(place)).digest('hex')
        : '';
    found.set(path, `${stats.mode.toString(8)} ${time} ${content}`);
    if (!stats.isDirectory()) return;
    for (const name of readdirSync(place)) if (join(path, name) !== KEPT) look(join(path, name));
  };
  look('.');
  return found;
}

/** What git has to say, beside the bytes of its files. */
function statusOf({ git }: { git: (...args: string[]) => string }): string[] {
  return [['stash', 'list'], ['for-each-ref'], ['config', '--list', '--local']].map((args) => git(...args));
}

type Selection = readonly [args: readonly string[], environment?: Readonly<Record<string, string>>];

const SELECTIONS: readonly Selection[] = [
  [[]],
  [['--staged', '--strict']],
  [['fixtures/a.json', 'fixtures/c.json']],
  [['fixtures', 'contracts'], { PRE_COMMIT: '1' }],
  [['--all']],
  [['--all', '--staged']],
  [['--all', '--rev', 'main']],
  [['--from-ref', 'main']],
  [['fixtures/a.json'], { PRE_COMMIT: '1', PRE_COMMIT_FROM_REF: 'main', PRE_COMMIT_TO_REF: 'topic' }],
  [['--since', 'main']],
  [['lint']],
  [['lint', '--staged']],
];

describe('nothing is written', () => {
  test.each(SELECTIONS.map((selection) => [selection]))('%j', ([args, environment]) => {
    const status = statusOf({ git: (...words) => repository.git(...words) });
    for (const _again of [1, 2]) {
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: repository.root,
        env: { ...repository.environment, ...environment },
        encoding: 'utf8',
      });
      expect(`${stdout}${stderr}`).not.toMatch(/could not check|\n {4}at /);
      expect(everythingIn(repository.root)).toEqual(before);
    }
    expect(statusOf({ git: (...words) => repository.git(...words) })).toEqual(status);
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('when %s ends the run wherever it is', async (signal) => {
    const random = randomFrom(20_261_124);
    const ends: string[] = [];
    for (const [args, environment] of SELECTIONS.slice(0, 10)) {
      const run = spawn(process.execPath, [program, ...args], {
        cwd: repository.root,
        env: { ...repository.environment, ...environment },
        stdio: 'ignore',
      });
      const exit = once(run, 'exit');
      await sleep(random() * 250);
      run.kill(signal);
      const [code, ended] = (await exit) as [number | null, string | null];
      ends.push(ended ?? String(code));
    }
    expect(everythingIn(repository.root)).toEqual(before);
    // Some at least were ended by it: those that were still running.
    expect(ends.some((end) => end === signal || end === '130')).toBe(true);
  });
});

/** Numbers from 0 to 1, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
