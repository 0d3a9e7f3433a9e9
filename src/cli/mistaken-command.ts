import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../nearest.ts';
import { commands } from './options.ts';
import { isCommand } from './parse-arguments.ts';

/**
 * A sentence for a command that is misspelt or stands too late, and so was taken for a file that is not there; undefined where
 * nothing of the kind is likely. `files`: the command line without its options, as far as it could be parsed.
 */
export function mistakenCommand(
  [first]: readonly string[],
  [file]: readonly string[],
  cwd: string,
): string | undefined {
  const word = first?.startsWith('-') ? file : first;
  if (word === undefined || !/^[a-z]+$/i.test(word) || existsSync(resolve(cwd, word))) return undefined;
  if (isCommand(word)) return word === first ? undefined : `the command ${word} has to come first.`;
  const near = nearest(word, Object.keys(commands));
  return near === undefined
    ? undefined
    : `unknown command ${word}; did you mean ${near}? See contractgate-hook --help.`;
}
