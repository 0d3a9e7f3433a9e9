import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import { commands, options } from './options.ts';
import type { Options } from './options.ts';

export type Arguments =
  | { readonly ok: true; readonly values: Options; readonly files: readonly string[] }
  /** One sentence. */
  | { readonly ok: false; readonly message: string };

/** `[check] [options] [FILES…]`; after `--` everything is a file. */
export function parseArguments(argv: readonly string[]): Arguments {
  const unknown = argv
    .slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
    .find((argument) => argument.startsWith('-') && argument !== '-' && !isKnown(argument));
  if (unknown !== undefined) {
    const near = nearest(unknown.replace(/^-+|=.*$/g, ''), Object.keys(options));
    return refuse(`unknown option ${unknown}${near === undefined ? '' : `; did you mean --${near}?`}`);
  }
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const [first, ...others] = positionals;
    const isCommand = first !== undefined && Object.hasOwn(commands, first) && argv[0] === first;
    return { ok: true, values, files: isCommand ? others : positionals };
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').replace(/\.$/, '') : String(error));
  }
}

function isKnown(argument: string): boolean {
  if (!argument.startsWith('--')) return argument === '-h';
  const name = argument.slice(2).split('=', 1)[0] ?? '';
  return Object.hasOwn(options, name);
}

function refuse(message: string): Arguments {
  return { ok: false, message: `${message}. See contractgate-hook --help.` };
}
