import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import { commands, options, optionsOf } from './options.ts';
import type { Command, Option, Options } from './options.ts';

export type Arguments =
  | { readonly ok: true; readonly command: Command; readonly values: Options; readonly files: readonly string[] }
  /** One sentence. */
  | { readonly ok: false; readonly message: string };

/** `[COMMAND] [OPTIONS] [FILES…]`; after `--` everything is a file. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  const named = first !== undefined && isCommand(first) ? first : undefined;
  const command = named ?? 'check';
  // Others than git and npm call it so.
  const args = named !== undefined ? rest : first === '-V' ? ['-v', ...rest] : [...argv];
  // Not strict: what is wrong is said here, in words of our own.
  const { tokens, values, positionals } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const wrong = wrongOption(token, args[token.index] ?? token.rawName, command);
    if (wrong !== undefined) return refuse(wrong, command);
  }
  if (positionals.includes('')) return refuse('an empty text is no path', command);
  return { ok: true, command, values: values as Options, files: positionals };
}

export function isCommand(word: string): word is Command {
  return Object.hasOwn(commands, word);
}

interface OptionToken {
  /** Without its dashes. */
  readonly name: string;
  /** With them. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** What is wrong with an option, of which `argument` is the word that it stands in. */
function wrongOption(
  { name, rawName, value, inlineValue }: OptionToken,
  argument: string,
  command: Command,
): string | undefined {
  const known = new Map(optionsOf(command));
  const option = known.get(name);
  if (option === undefined) return Object.hasOwn(options, name) ? elsewhere(name, command) : unknown(argument, command);
  const shape = `${rawName} ${option.value ?? ''}`;
  if (option.type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value, got ${value}`;
  if (value === undefined) return `${rawName} needs a value: ${shape}`;
  if (value === '') return `${rawName} got an empty text and needs a value: ${shape}`;
  // `--config --all`; a number below zero is for those to refuse who know what is wanted.
  const looksLikeOption = inlineValue === false && /^--?([a-z]|$)/i.test(value);
  return looksLikeOption
    ? `${rawName} needs a value, got ${value}; write ${rawName}=${value} if it is meant`
    : undefined;
}

function elsewhere(name: string, command: Command): string {
  const { commands: takers = [] } = (options as Readonly<Record<string, Option>>)[name] ?? {};
  // The others say it shorter.
  if (name === 'json' && optionsOf(command).some(([one]) => one === 'format')) {
    return `${command} has no option --json; use --format json`;
  }
  return `${command} has no option --${name}; ${list(takers)} ${takers.length === 1 ? 'has' : 'have'} it`;
}

function unknown(argument: string, command: Command): string {
  const word = argument.replace(/=.*$/s, '');
  const names = optionsOf(command).map(([name]) => name);
  const near = nearest(word.replace(/^-+/, ''), names);
  return `unknown option ${word}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

/** `a, b and c` */
function list(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter((part) => part !== '').join(' and ');
}

function refuse(message: string, command: Command): Arguments {
  const help = command === 'check' ? '--help' : `${command} --help`;
  return { ok: false, message: `${message}${message.endsWith('?') ? '' : '.'} See contractgate-hook ${help}.` };
}
