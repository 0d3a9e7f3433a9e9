// `npm run demo`: the main job on real input, in a temporary git repository that is removed whatever happens.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { constants, devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples');
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const executable = join(packageRoot, 'hooks/contractgate-hook.cjs');
const husky = join(packageRoot, 'node_modules/husky/bin.js');

/** How the recorded payloads of an event are laid out: one event per file, or one per line. */
const layouts = { issues: 'json', pull_request: 'json', push: 'ndjson', workflow_run: 'ndjson' };

/** Edits to good fixtures: what stands there, what a hurried person types, and what was meant. */
const edits = [
  {
    file: 'fixtures/issues/edited.json',
    before: '"state": "open"',
    slip: '"state": "closd"',
    meant: '"state": "closed"',
    what: 'a misspelt enum value',
  },
  {
    file: 'fixtures/pull_request/labeled.json',
    before: '"additions": 1',
    slip: '"additions": "12"',
    meant: '"additions": 12',
    what: 'a number made a string',
  },
  {
    file: 'fixtures/workflow_run/recorded.ndjson',
    before: '"run_number":163',
    slip: '"run_no":164',
    meant: '"run_number":164',
    what: 'a required field renamed, in one line of many',
  },
];

/** A step that did not go as it should; its message is for people. */
class Unexpected extends Error {}

const folder = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'contractgate-demo-'));
const repository = join(folder, 'webhooks');
// Nothing of the caller's git, hooks or hook managers reaches the repository: the demo also runs inside of a hook.
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|PRE_COMMIT|HUSKY|XDG_)/i.test(name))),
  HOME: folder,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

let running;
let interruption;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interruption = signal;
    running?.kill(signal);
  });
}

try {
  await demonstrate();
  say('Done');
} catch (error) {
  process.stderr.write(`\ndemo: ${error instanceof Unexpected ? error.message : error.stack}\n`);
  process.exitCode = interruption === undefined ? 1 : 128 + constants.signals[interruption];
} finally {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function demonstrate() {
  if (!fs.existsSync(executable))
    throw new Unexpected('hooks/contractgate-hook.cjs is not there: npm run bundle makes it.');

  print(`Working in ${folder}, which is removed at the end.`);

  say('A new repository of recorded GitHub webhooks');
  fs.mkdirSync(repository);
  fs.writeFileSync(join(repository, 'package.json'), '{ "name": "webhooks", "private": true }\n');
  fs.writeFileSync(join(repository, '.gitignore'), 'node_modules/\n');
  const count = writeFixtures();
  await succeed('git init --quiet', 'git', ['-c', 'init.defaultBranch=main', 'init', '--quiet']);
  await succeed(undefined, 'git', ['config', 'user.name', 'Demo']);
  await succeed(undefined, 'git', ['config', 'user.email', 'demo@example.com']);

  say('The tool and husky: you would install them so; here they come from this checkout, without the network');
  show('npm install --save-dev contractgate-hook husky');
  linkExecutable();
  await succeed('npx husky init', process.execPath, [husky, 'init']);
  show('echo contractgate-hook > .husky/pre-commit');
  fs.cpSync(join(packageRoot, 'templates/husky/pre-commit'), join(repository, '.husky/pre-commit'));

  say(`Contracts for ${Object.keys(layouts).length} events, and the mapping file that says what they govern`);
  fs.cpSync(new URL('contracts', import.meta.url), join(repository, 'contracts'), { recursive: true });
  fs.cpSync(new URL('contractgate-hook.yaml', import.meta.url), join(repository, 'contractgate-hook.yaml'));
  show('cat contractgate-hook.yaml');
  print(fs.readFileSync(join(repository, 'contractgate-hook.yaml'), 'utf8').trimEnd());

  say(`A good commit: all ${count} payloads as GitHub sent them`);
  await commit('Add recorded webhooks', 'accepted');

  say('Three slips in three fixtures');
  for (const { file, before, slip, what } of edits) {
    replaceIn(file, before, slip);
    print(`  ${file}: ${before} becomes ${slip}  (${what})`);
  }
  await commit('Update samples', 'refused');
  await holdRefusalToSlips();

  say('The same edits as they were meant');
  for (const { file, slip, meant } of edits) {
    replaceIn(file, slip, meant);
    print(`  ${file}: ${meant}`);
  }
  await commit('Update samples', 'accepted');
}

/** Writes every recorded payload of the events above; gives their number. */
function writeFixtures() {
  let count = 0;
  for (const [event, layout] of Object.entries(layouts)) {
    const payloads = examples.find(({ name }) => name === event).examples;
    const files = new Map();
    for (const payload of payloads) {
      if (layout === 'ndjson') {
        files.set('recorded.ndjson', `${files.get('recorded.ndjson') ?? ''}${JSON.stringify(payload)}\n`);
        continue;
      }
      let name = `${payload.action}.json`;
      for (let number = 2; files.has(name); number += 1) name = `${payload.action}-${number}.json`;
      files.set(name, `${JSON.stringify(payload, undefined, 2)}\n`);
    }
    fs.mkdirSync(join(repository, 'fixtures', event), { recursive: true });
    for (const [name, text] of files) fs.writeFileSync(join(repository, 'fixtures', event, name), text);
    count += payloads.length;
  }
  return count;
}

/**
 * Puts the executable where husky looks for it: with such a script, as npm does on Windows, where a link needs a privilege.
 * It names node itself: what version managers put on PATH may look for its settings in HOME.
 */
function linkExecutable() {
  const place = join(repository, 'node_modules/.bin');
  fs.mkdirSync(place, { recursive: true });
  const script = `#!/bin/sh\nexec "${process.execPath}" "${executable}" "$@"\n`;
  fs.writeFileSync(join(place, 'contractgate-hook'), script, { mode: 0o755 });
}

function replaceIn(file, from, to) {
  const path = join(repository, file);
  const text = fs.readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Unexpected(`${file} has no ${from} to edit.`);
  fs.writeFileSync(path, text.replace(from, to));
}

/** Stages and commits what has changed, and holds git, and so the hook, to the expected answer. */
async function commit(message, expected) {
  await succeed('git add --all', 'git', ['add', '--all']);
  const code = await run(`git commit --quiet -m '${message}'`, 'git', ['commit', '--quiet', '-m', message]);
  const answer = code === 0 ? 'accepted' : 'refused';
  if (answer !== expected)
    throw new Unexpected(`the commit "${message}" was ${answer}, not ${expected} as it should be.`);
  print(`=> the commit was ${answer}`);
}

/** Asks the tool once more, for its JSON report: the refusal must be about the slips and nothing else. */
async function holdRefusalToSlips() {
  let report = '';
  const code = await run(undefined, process.execPath, [executable, '--staged', '--format', 'json'], (chunk) => {
    report += chunk;
  });
  if (code !== 1 || report === '') throw new Unexpected(`the report on the refused commit came with code ${code}.`);
  const refused = JSON.parse(report).checks.flatMap(({ file, violations }) => violations.map(() => file));
  const slips = edits.map(({ file }) => file);
  if (refused.sort().join() !== slips.sort().join()) {
    throw new Unexpected(`the commit was refused for ${refused.join(', ')}, not once for each slip.`);
  }
}

async function succeed(shown, command, args) {
  const code = await run(shown, command, args);
  if (code !== 0) throw new Unexpected(`${[command, ...args].join(' ')} failed with code ${code}.`);
}

/** Runs a command in the repository, its output going to the terminal, or to `collect`; gives its exit code. */
async function run(shown, command, args, collect) {
  if (shown !== undefined) show(shown);
  const code = await new Promise((resolve, reject) => {
    const stdio = ['ignore', collect === undefined ? 'inherit' : 'pipe', 'inherit'];
    running = spawn(command, args, { cwd: repository, env: environment, stdio });
    running.stdout?.setEncoding('utf8').on('data', collect);
    running.once('error', (error) => reject(new Unexpected(`${command} could not be started: ${error.message}`)));
    running.once('close', resolve);
  });
  await setImmediate(); // Ctrl-C ends the command, too; its own event may come second
  if (interruption !== undefined) throw new Unexpected(`interrupted by ${interruption}.`);
  return code;
}

function say(text) {
  print(`\n# ${text}`);
}

function show(command) {
  print(`$ ${command}`);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
