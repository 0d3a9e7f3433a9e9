import { rules } from '../lint/rules.ts';
import { commands, optionsOf } from './options.ts';
import type { Command, Option } from './options.ts';

/** The text of `--help`, of `COMMAND --help`. */
export function helpText(command: Command): string {
  const { operands, examples } = commands[command];
  return `${about[command]}

Usage: contractgate-hook ${command === 'check' ? '[check]' : command} [OPTIONS] ${operands}

Options:
${rows(optionsOf(command).map(([name, option]) => [flag(name, option), option.help]))}

${sections[command]()}

Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.

Examples:
${rows(examples, 4)}
`;
}

const about: { readonly [command in Command]: string } = {
  check: 'Checks fixtures and sample events against their ContractGate data contracts, before they are committed.',
  lint: `Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`,
};

const sections: { readonly [command in Command]: () => string } = {
  check: () => `Commands:\n${rows(Object.entries(commands).map(([name, { help }]) => [name, help]))}`,
  lint: () => `Rules:\n${rows(Object.entries(rules).map(([name, { summary }]) => [name, summary]))}`,
};

function flag(name: string, option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}

function rows(entries: readonly (readonly [term: string, text: string])[], gap = 2): string {
  const width = Math.max(...entries.map(([term]) => term.length)) + gap;
  return entries.map(([term, text]) => `  ${term.padEnd(width)}${text}`).join('\n');
}
