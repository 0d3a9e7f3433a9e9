import { nearest } from '../nearest.ts';
import { choicesOf, commands, options as table } from './options.ts';
import type { Command, Option, Options } from './options.ts';
import { parseShard } from './shard.ts';
import { parseOutputs } from './outputs.ts';

/** Why a command line makes no sense; undefined when it does. One sentence. */
export function contradictionIn(command: Command, options: Options, files: readonly string[]): string | undefined {
  return wrongOperand(command, files) ?? wrongValue(options) ?? clash(command, options, files);
}

function wrongOperand(command: Command, files: readonly string[]): string | undefined {
  const { operands } = commands[command];
  const choices = choicesOf(command);
  const [first, second] = files;
  if (operands === '' && first !== undefined) return `${command} takes no ${first}.`;
  if (first === undefined && operands !== '' && !operands.startsWith('[')) {
    return `${command} needs ${choices === undefined ? operands : `one of ${choices.join(', ')}`}. See contractgate-hook ${command} --help.`;
  }
  if (choices === undefined || first === undefined) return undefined;
  if (!choices.includes(first)) return `${command} knows no ${first}; ${choiceText(first, choices)}`;
  return second === undefined ? undefined : `${command} takes one of ${choices.join(', ')} at a time.`;
}

function wrongValue(options: Options): string | undefined {
  for (const [name, { choices }] of Object.entries<Option>(table)) {
    const value = options[name as keyof Options];
    if (choices === undefined || typeof value !== 'string' || choices.includes(value)) continue;
    return `unknown ${name} ${value}; ${choiceText(value, choices)}`;
  }
  const outputs = parseOutputs(options.format);
  if (typeof outputs === 'string') return outputs;
  if (options.shard !== undefined && parseShard(options.shard) === undefined) {
    return `--shard needs a part of a whole, such as 2/4, got ${options.shard}.`;
  }
  for (const name of ['max-file-size', 'time-limit', 'threads'] as const) {
    const value = options[name];
    if (value !== undefined && !/^[1-9]\d*$/.test(value)) {
      return `--${name} needs a positive whole number, got ${value}.`;
    }
    const most = mostOf[name];
    if (Number(value) > most) return `--${name} takes ${most} at most, got ${value}.`;
  }
  return undefined;
}

const mostOf = {
  'max-file-size': Number.MAX_SAFE_INTEGER,
  // What a timer of Node takes, in milliseconds.
  'time-limit': Math.floor((2 ** 31 - 1) / 1000),
  threads: 1024,
} as const;

function choiceText(word: string, choices: readonly string[]): string {
  const near = nearest(word, choices);
  return `the choices are ${choices.join(', ')}${near === undefined ? '.' : ` (did you mean ${near}?)`}`;
}

/** Selections that exclude each other. */
function clash(command: Command, options: Options, files: readonly string[]): string | undefined {
  const { all, staged, rev, since } = options;
  if (rev !== undefined && staged) return '--rev and --staged exclude each other.';
  if (options.yes && options['dry-run']) return '--yes and --dry-run exclude each other.';
  if (options.offline && !options.check) return '--offline needs --check.';
  if (options.check && options.force) return '--check and --force exclude each other.';
  if (command !== 'check' && command !== 'lint' && command !== 'verify') return undefined;
  if (rev !== undefined && !all) return '--rev needs --all.';
  if (files.length > 0 && (all || staged)) return `FILES and ${all ? '--all' : '--staged'} exclude each other.`;
  if (since !== undefined && (all || staged || options['from-ref'] !== undefined || files.length > 0)) {
    return '--since excludes --all, --staged, --from-ref and FILES.';
  }
  if (options['to-ref'] !== undefined && options['from-ref'] === undefined) return '--to-ref needs --from-ref.';
  if (options['from-ref'] !== undefined && (all || staged || files.length > 0)) {
    return '--from-ref excludes --all, --staged and FILES.';
  }
  return undefined;
}
