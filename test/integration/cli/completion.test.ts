import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completionScript } from '../../../src/cli/completion.ts';
import type { Shell } from '../../../src/cli/completion.ts';
import { commands, optionsOf } from '../../../src/cli/options.ts';
import { outsideTool } from '../../support/outside-tool.ts';
import { runCommand } from '../../support/run-command.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const shells = {
  bash: outsideTool('bash', 'apt-get install bash'),
  zsh: outsideTool('zsh', 'apt-get install zsh'),
  fish: outsideTool('fish', 'apt-get install fish'),
};

/** How each shell is asked what it would offer for `LINE`, the last word of which is being typed. */
const askers: { readonly [shell in Shell]: string } = {
  bash: `source "$SCRIPT"
COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
read -r -a COMP_WORDS <<<"\${LINE//=/ = }"
[[ $LINE == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_contractgate_hook
printf '%s\\n' "\${COMPREPLY[@]}"`,
  // What a person sees after two tabs, on a pseudo-terminal; the line is then thrown away for one that says that it is over.
  zsh: `zmodload zsh/zpty
hear() {
  heard=
  local turn
  for turn in {1..1000}; do
    if zpty -r -t shell text; then heard+=$text; else sleep 0.05; fi
    [[ $heard == *is-$1* ]] && return
  done
}
zpty -b shell zsh -f -i
zpty -w shell "PS1=; stty columns 400; fpath=($FOLDER \\$fpath); autoload -Uz compinit; compinit -u -d $FOLDER/dump; LISTMAX=10000; print is'-'ready"
hear ready
zpty -w -n shell "$LINE"$'\\t\\t\\x15'"print is'-'over"$'\\n'
hear over
print -r -- "$heard"
zpty -d shell`,
  fish: `source "$SCRIPT"
complete -C "$LINE" | string split -f 1 \\t`,
};

function offers(shell: Shell, line: string): string[] {
  using folder = new TemporaryFolder();
  const script = `${folder.path}/_contractgate-hook`;
  runCommand('tee', [script], { cwd: folder.path, environment: process.env, input: completionScript(shell) });
  runCommand('touch', ['a.json', 'b c.json'], { cwd: folder.path, environment: process.env });
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder.path,
    TERM: 'xterm',
    SCRIPT: script,
    FOLDER: folder.path,
    LINE: line,
  };
  const { stdout } = runCommand(shell, ['-c', askers[shell]], { cwd: folder.path, environment });
  const lines = stripVTControlCharacters(stdout).split(/[\r\n]+/);
  // zsh shows words side by side, or one on a line with what it means.
  const words = lines.flatMap((text) =>
    shell === 'zsh'
      ? text
          .replace(/ -- .*/, '')
          .trim()
          .split(/\s+/)
      : [text],
  );
  return words.filter((word) => word !== '');
}

describe.each(Object.entries(shells))('completion in %s', (name, tool) => {
  const shell = name as Shell;
  describe.skipIf(tool.skipped)(tool.title, () => {
    test('offers every command', () => {
      expect(offers(shell, 'contractgate-hook ')).toEqual(expect.arrayContaining(Object.keys(commands)));
    });

    test('offers the options of a command, and no others', () => {
      const offered = offers(shell, 'contractgate-hook list --').filter((word) => /^--[a-z-]+$/.test(word));
      expect([...new Set(offered)].sort()).toEqual(
        optionsOf('list')
          .map(([option]) => `--${option}`)
          .sort(),
      );
    });

    test('offers the values of an option', () => {
      expect(offers(shell, 'contractgate-hook check --format=')).toEqual(
        expect.arrayContaining([expect.stringMatching(/json$/)]),
      );
      expect(offers(shell, 'contractgate-hook lint --explain ')).toEqual(expect.arrayContaining(['merge-key']));
    });

    test('offers the words of an operand', () => {
      const offered = offers(shell, 'contractgate-hook schema ');
      expect(offered).toEqual(expect.arrayContaining([...commands.schema.choices]));
    });

    test('offers files', () => {
      expect(offers(shell, 'contractgate-hook explain ').join(' ')).toContain('a.json');
    });
  });
});
