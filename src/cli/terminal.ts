import type { Environment } from './environment.ts';

type Env = Environment['env'];

/** https://no-color.org, https://force-color.org */
export function wantsColors(env: Env, isTerminal: boolean): boolean {
  if (isSet(env['NO_COLOR'])) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The first version of each terminal that shows OSC 8 links, as in https://github.com/Alhadis/OSC8-Adoption. */
const linkingPrograms: { readonly [name: string]: readonly [major: number, minor: number] } = {
  'iTerm.app': [3, 1],
  WezTerm: [20_200_620, 0],
  vscode: [1, 72],
  ghostty: [1, 0],
  zed: [0, 0],
  WarpTerminal: [0, 0],
  Hyper: [3, 0],
};
const linkingTerms = ['alacritty', 'xterm-kitty', 'xterm-ghostty', 'foot', 'contour'];

/** Whether a terminal shows OSC 8 links. Others print them as they are or drop them, so only known ones get any. */
export function showsLinks(env: Env, isTerminal: boolean): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined) return forced !== '0' && forced !== '';
  // A multiplexer may stand between us and the terminal that the other variables tell of.
  if (!isTerminal || isSet(env['NO_COLOR']) || isCi(env) || isSet(env['TMUX']) || isSet(env['STY'])) return false;
  if (isSet(env['WT_SESSION']) || isSet(env['KONSOLE_VERSION']) || Number(env['VTE_VERSION'] ?? 0) >= 5001) return true;
  if (linkingTerms.some((term) => env['TERM'] === term || env['TERM']?.startsWith(`${term}-`))) return true;
  const program = env['TERM_PROGRAM'] ?? '';
  const known = Object.hasOwn(linkingPrograms, program) ? linkingPrograms[program] : undefined;
  if (known === undefined) return false;
  const [major = 0, minor = 0] = (env['TERM_PROGRAM_VERSION'] ?? '').split(/[.-]/).map(Number);
  return major > known[0] || (major === known[0] && minor >= known[1]);
}

export function isCi(env: Env): boolean {
  return isSet(env['CI']) && env['CI'] !== 'false';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
