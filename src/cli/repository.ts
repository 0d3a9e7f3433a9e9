import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Git } from '../git/environment.ts';
import type { Problem } from '../problem.ts';
import { DEFAULT_TIME_LIMIT, findRepository } from '../snapshot/repository-root.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';

/** Milliseconds. */
export function timeLimitOf(options: Options): number {
  const seconds = options['time-limit'];
  return seconds === undefined ? DEFAULT_TIME_LIMIT : Number(seconds) * 1000;
}

/** The repository whose commits are to be checked, or why there is none here. */
export function repositoryToSetUp(options: Options, { cwd, env }: Environment): Git | Problem {
  const git = findRepository(cwd, env, timeLimitOf(options));
  if (git !== undefined) return git;
  if (isInBareRepository(cwd)) {
    const message = 'this is a bare repository: nobody commits in it';
    return {
      code: 'snapshot',
      message,
      hint: 'Run it in a clone; `contractgate-hook --all --rev REV` checks a revision here.',
    };
  }
  return { code: 'snapshot', message: 'this is no git repository', hint: 'Run `git init` first.' };
}

/** By what git itself looks for: https://git-scm.com/docs/gitrepository-layout */
function isInBareRepository(folder: string): boolean {
  if (['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInBareRepository(parent);
}
