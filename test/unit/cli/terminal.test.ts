import { describe, expect, it } from 'vitest';
import { showsLinks, wantsColors } from '../../../src/cli/terminal.ts';

describe('colours', () => {
  it.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, false],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: 'false' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s with %j: %s', (isTerminal, env, expected) => {
    expect(wantsColors(env, isTerminal)).toBe(expected);
  });
});

describe('links', () => {
  it.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, false],
    [true, { TERM: 'xterm-256color' }, false],
    [true, { TERM: 'xterm-kitty' }, true],
    [true, { TERM: 'foot-extra' }, true],
    [true, { VTE_VERSION: '7600' }, true],
    [true, { VTE_VERSION: '4900' }, false],
    [true, { WT_SESSION: 'a' }, true],
    [true, { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.95.2' }, true],
    [true, { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.60.0' }, false],
    [true, { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
    [true, { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
    [true, { TERM_PROGRAM: 'constructor' }, false],
    [false, { TERM: 'xterm-kitty' }, false],
    [true, { TERM: 'xterm-kitty', CI: 'true' }, false],
    [true, { TERM: 'xterm-kitty', NO_COLOR: '1' }, false],
    [true, { VTE_VERSION: '7600', TMUX: '/run/tmux,1,0' }, false],
    [false, { FORCE_HYPERLINK: '1' }, true],
    [true, { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
  ])('terminal %s with %j: %s', (isTerminal, env, expected) => {
    expect(showsLinks(env, isTerminal)).toBe(expected);
  });
});
