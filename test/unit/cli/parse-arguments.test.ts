import { describe, expect, it } from 'vitest';
import { helpText } from '../../../src/cli/help.ts';
import { optionsOf } from '../../../src/cli/options.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';

describe('the command line', () => {
  it.each([
    [[], { command: 'check', files: [] }],
    [['check', 'a.json'], { command: 'check', files: ['a.json'] }],
    [['a.json', 'lint'], { command: 'check', files: ['a.json', 'lint'] }],
    [['lint', 'check', '--strict'], { command: 'lint', files: ['check'], values: { strict: true } }],
    [['lint', '--explain=merge-key'], { command: 'lint', values: { explain: 'merge-key' } }],
    [['lint', '--', '--all'], { command: 'lint', files: ['--all'] }],
    [['--', 'lint'], { command: 'check', files: ['lint'] }],
  ])('%j', (argv, expected) => {
    expect(parseArguments(argv)).toMatchObject({ ok: true, ...expected });
  });

  it.each([
    [['lint', '--all'], 'lint has no option --all. See contractgate-hook lint --help.'],
    [['lint', '--rev=HEAD'], 'lint has no option --rev. See contractgate-hook lint --help.'],
    [['--explain', 'x'], 'check has no option --explain. See contractgate-hook --help.'],
    [
      ['lint', '--explian', 'x'],
      'unknown option --explian; did you mean --explain? See contractgate-hook lint --help.',
    ],
    [['-all'], 'unknown option -all; did you mean --all? See contractgate-hook --help.'],
    [['lint', '--explain'], "Option '--explain <value>' argument missing. See contractgate-hook lint --help."],
  ])('%j is refused', (argv, message) => {
    expect(parseArguments(argv)).toEqual({ ok: false, message });
  });

  it.each(['check', 'lint'] as const)('%s --help names its options and no others', (command) => {
    const named = [...helpText(command).matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)].map(([, name]) => name);
    expect(named).toEqual(optionsOf(command).map(([name]) => name));
  });
});
