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
    [['-v'], { values: { version: true } }],
    [['-V'], { values: { version: true } }],
    [['--', '-V'], { files: ['-V'] }],
    [['--time-limit', '-1'], { values: { 'time-limit': '-1' } }],
    [['--config=-odd.yaml'], { values: { config: '-odd.yaml' } }],
    [['--format', 'json', '--format=sarif:-'], { values: { format: ['json', 'sarif:-'] } }],
  ])('%j', (argv, expected) => {
    expect(parseArguments(argv)).toMatchObject({ ok: true, ...expected });
  });

  it.each([
    [['lint', '--all'], 'lint has no option --all; check and verify have it. See contractgate-hook lint --help.'],
    [
      ['lint', '--rev=HEAD'],
      'lint has no option --rev; check, explain and list have it. See contractgate-hook lint --help.',
    ],
    [['--explain', 'x'], 'check has no option --explain; lint has it. See contractgate-hook --help.'],
    [['--json'], 'check has no option --json; use --format json. See contractgate-hook --help.'],
    [
      ['lint', '--explian', 'x'],
      'unknown option --explian; did you mean --explain? See contractgate-hook lint --help.',
    ],
    [['-all'], 'unknown option -all; did you mean --all? See contractgate-hook --help.'],
    [['-hx'], 'unknown option -hx. See contractgate-hook --help.'],
    [['--nope=1'], 'unknown option --nope. See contractgate-hook --help.'],
    [['lint', '--explain'], '--explain needs a value: --explain RULE. See contractgate-hook lint --help.'],
    [['--shard'], '--shard needs a value: --shard I/N. See contractgate-hook --help.'],
    [['--rev='], '--rev got an empty text and needs a value: --rev REV. See contractgate-hook --help.'],
    [
      ['--from-ref', ''],
      '--from-ref got an empty text and needs a value: --from-ref REF. See contractgate-hook --help.',
    ],
    [
      ['--config', '--all'],
      '--config needs a value, got --all; write --config=--all if it is meant. See contractgate-hook --help.',
    ],
    [
      ['--shard', '--', 'a'],
      '--shard needs a value, got --; write --shard=-- if it is meant. See contractgate-hook --help.',
    ],
    [['--all=yes'], '--all takes no value, got yes. See contractgate-hook --help.'],
    [[''], 'an empty text is no path. See contractgate-hook --help.'],
  ])('%j is refused', (argv, message) => {
    expect(parseArguments(argv)).toEqual({ ok: false, message });
  });

  it.each(['check', 'lint'] as const)('%s --help names its options and no others', (command) => {
    const named = [...helpText(command).matchAll(/^ {2}(?:-[hv], )?--([a-z-]+)/gm)].map(([, name]) => name);
    expect(named).toEqual(optionsOf(command).map(([name]) => name));
  });
});
