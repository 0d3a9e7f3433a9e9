import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import { commands, options, optionsOf } from './options.ts';
import type { Command, Options } from './options.ts';

export type Arguments =
  | { readonly ok: true; readonly command: Command; readonly values: Options; readonly files: readonly string[] }
  /** One sentence. */
  | { readonly ok: false; readonly message: string };

/** `[COMMAND] [OPTIONS] [FILES…]`; after `--` everything is a file. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [first] = argv;
  const named = first !== undefined && isCommand(first) ? first : undefined;
  const command = named ?? 'check';
  const args = named === undefined ? [...argv] : argv.slice(1);
  const known = new Map(optionsOf(command));
  const unknown = args
    .slice(0, args.includes('--') ? args.indexOf('--') : undefined)
    .find((argument) => argument.startsWith('-') && argument !== '-' && !isKnown(argument, known));
  if (unknown !== undefined) {
    const name = optionName(unknown);
    if (Object.hasOwn(options, name) && !known.has(name)) return refuse(`${command} has no option --${name}`, command);
    const near = nearest(name, known.keys());
    return refuse(`unknown option ${unknown}${near === undefined ? '' : `; did you mean --${near}?`}`, command);
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { ok: true, command, values, files: positionals };
  } catch (error) {
    return refuse(
      error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').replace(/\.$/, '') : String(error),
      command,
    );
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(commands, word);
}

function isKnown(argument: string, known: ReadonlyMap<string, unknown>): boolean {
  return argument.startsWith('--') ? known.has(optionName(argument)) : argument === '-h';
}

function optionName(argument: string): string {
  return argument.replace(/^-+|=.*$/gs, '');
}

function refuse(message: string, command: Command): Arguments {
  const help = command === 'check' ? '--help' : `${command} --help`;
  return { ok: false, message: `${message}${message.endsWith('?') ? '' : '.'} See contractgate-hook ${help}.` };
}
