#!/usr/bin/env node
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { pathToFileURL } from 'node:url';
import { eventLoopTurn } from './event-loop.ts';
import { cacheFolder } from './start/cache-folder.ts';
import { headStart } from './start/head-start.ts';
import { loadCompiled } from './start/load-compiled.ts';

/** The file that test/build.mjs makes of src/cli/run.ts, from the folder that this one is in. */
declare const PROGRAM: string;

// Nothing holds until the program has said so: not even where Node ends because there is nothing left to wait for.
process.exitCode = 2;

// A reader that closes early (`| head`) is not an error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
const interrupt = (): void => process.exit(130);
process.once('SIGINT', interrupt);

const argv = process.argv.slice(2);
const { env, stdout, stderr } = process;
const cwd = process.cwd();
const ahead = headStart(argv, cwd, env);

const compiledFolder = cacheFolder(env, process);
const isPlain = argv.includes('--no-cache') || env['NODE_DISABLE_COMPILE_CACHE'] !== undefined;
const program = loadCompiled(join(import.meta.dirname, PROGRAM), isPlain ? undefined : compiledFolder);
const { run } = program.exports as typeof import('./cli/run.ts');
void answer();

// Of other commands, only a little of the program runs.
if (!argv.some((word) => /^(-h|--help|--version)$/.test(word)) && !/^(?!check$)[a-z]+$/.test(argv[0] ?? '')) {
  process.once('exit', () => program.keep());
}

async function answer(): Promise<void> {
  // Not `process.exit`, which would drop what a pipe has not taken yet.
  process.exitCode = await run(argv, {
    cwd,
    env,
    stdout,
    stderr,
    git: ahead?.git,
    compiledFolder,
    packageFolder: pathToFileURL(join(import.meta.dirname, '../')),
    nodeVersion: process.version,
    killable,
    // `process.stdin` would make a stream of it, which takes a while.
    ...(isatty(0) && stderr.isTTY && { ask }),
  });
  ahead?.end();
}

/** The signal then does what it does by default, which needs no turn of the event loop: nothing is left behind by reading. */
async function killable<Result>(work: () => Promise<Result>): Promise<Result> {
  // One that has come already is not to be lost: the second turn begins with it.
  for (let turn = 0; turn < 2; turn++) await eventLoopTurn();
  process.off('SIGINT', interrupt);
  try {
    return await work();
  } finally {
    process.once('SIGINT', interrupt);
  }
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal is in raw mode: ^C comes as a character, and ^D as the end of the input, which is no answer.
  terminal.once('SIGINT', () => {
    process.stderr.write('\n');
    process.exit(130);
  });
  const end = new Promise<string>((resolve) => {
    terminal.once('close', () => resolve(''));
  });
  try {
    return await Promise.race([terminal.question(question), end]);
  } catch {
    return '';
  } finally {
    terminal.close();
  }
}
