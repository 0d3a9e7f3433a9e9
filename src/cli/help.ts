import { commands, options } from './options.ts';
import type { Option } from './options.ts';

/** The text of `--help`. */
export function helpText(): string {
  return `Checks fixtures and sample events against their ContractGate data contracts, before they are committed.

Usage: contractgate-hook [check] [OPTIONS] [FILES…]

Commands:
${rows(Object.entries(commands))}

Options:
${rows(Object.entries<Option>(options).map(([name, option]) => [flag(name, option), option.help]))}

Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.

Examples:
  contractgate-hook                           what is staged (for a pre-commit hook)
  contractgate-hook --all                     every mapped file of the worktree
  contractgate-hook --from-ref origin/main    what this branch changes (for CI)
  contractgate-hook fixtures/order.json       one file
  contractgate-hook --all --format json       for machines
`;
}

function flag(name: string, option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}

function rows(entries: readonly (readonly [term: string, text: string])[]): string {
  const width = Math.max(...entries.map(([term]) => term.length));
  return entries.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`).join('\n');
}
