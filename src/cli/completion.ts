import { rules } from '../lint/rules.ts';
import { choicesOf, commands, optionsOf } from './options.ts';
import type { Command, Option } from './options.ts';

export type Shell = (typeof commands.completion.choices)[number];

/** A script that completes commands, options and their values, made from the options table. */
export function completionScript(shell: Shell): string {
  return { bash, zsh, fish }[shell]();
}

interface Completed {
  readonly name: Command;
  readonly help: string;
  /** Of the operands; undefined: files. */
  readonly words: readonly string[] | undefined;
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  /** With its dashes. */
  readonly flag: string;
  readonly help: string;
  /** `none`: it takes no value. */
  readonly values: 'none' | 'files' | 'any' | readonly string[];
}

const completed: readonly Completed[] = Object.entries(commands).map(([command, { operands, help }]) => {
  const name = command as Command;
  return {
    name,
    help,
    words: operands === '' ? [] : choicesOf(name),
    options: optionsOf(name).map(([option, shape]) => completedOption(option, shape)),
  };
});

function completedOption(name: string, { type, help, value, choices }: Option): CompletedOption {
  const listed = value === 'RULE' ? Object.keys(rules) : choices;
  return {
    flag: `--${name}`,
    help,
    values: type === 'boolean' ? 'none' : (listed ?? (value === 'FILE' ? 'files' : 'any')),
  };
}

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html; works with bash 3.2 (macOS). */
function bash(): string {
  const cases = completed.map(({ name, words, options }) => {
    const values = options
      .filter(({ values: kind }) => kind !== 'none')
      .map(({ flag, values: kind }) => {
        const answer = typeof kind !== 'string' ? `words='${kind.join(' ')}'` : kind === 'files' ? 'files=1' : ':';
        return `        ${flag}) ${answer} ;;`;
      });
    return `    ${name})
      case $previous in
${values.map((line) => `${line}\n`).join('')}        *) words='${[...options.map(({ flag }) => flag), ...(words ?? [])].join(' ')}'${words === undefined ? ' files=1' : ''} ;;
      esac ;;`;
  });
  return `# bash completion of contractgate-hook: source <(contractgate-hook completion bash)
_contractgate_hook() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=check words= files=
  # readline takes the = of --format=json for a word of its own.
  if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case \${COMP_WORDS[1]} in ${completed.map(({ name }) => name).join(' | ')}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;; esac
  case $command in
${cases.join('\n')}
  esac
  ((COMP_CWORD == 1)) && words="$words ${completed.map(({ name }) => name).join(' ')}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ -n $files && $word != -* ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _contractgate_hook contractgate-hook
`;
}

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
function zsh(): string {
  const describe = (text: string): string =>
    text.replace(/[[\]:'\\]/g, (character) => (character === "'" ? `'\\''` : `\\${character}`));
  const cases = completed.map(({ name, words, options }) => {
    const specs = options.map(({ flag, help, values }) => {
      const action =
        typeof values !== 'string'
          ? `:value:(${values.join(' ')})`
          : { none: '', files: ':file:_files', any: ':value: ' }[values];
      return `'${flag}${values === 'none' ? '' : '='}[${describe(help)}]${action}'`;
    });
    const operands = words === undefined ? `'*:file:_files'` : `'1: :(${words.join(' ')})'`;
    return `    ${name}) _arguments ${[...specs, operands].join(' ')} ;;`;
  });
  return `#compdef contractgate-hook
# zsh completion of contractgate-hook: contractgate-hook completion zsh > a folder of $fpath/_contractgate-hook
_contractgate_hook() {
  local command=check
  local -a commands=(${completed.map(({ name, help }) => `'${name}:${describe(help)}'`).join(' ')})
  case $words[2] in ${completed.map(({ name }) => name).join(' | ')})
    if ((CURRENT > 2)); then
      command=$words[2]
      shift words
      ((CURRENT--))
    fi ;;
  *) ((CURRENT == 2)) && _describe -t commands command commands ;;
  esac
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _contractgate-hook ]]; then
  _contractgate_hook "$@"
else
  compdef _contractgate_hook contractgate-hook
fi
`;
}

/** https://fishshell.com/docs/current/completions.html */
function fish(): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const names = completed.map(({ name }) => name).join(' ');
  const others = completed.map(({ name }) => name).filter((name) => name !== 'check');
  const lines = [
    '# fish completion of contractgate-hook: contractgate-hook completion fish | source',
    'complete -c contractgate-hook -e',
    ...completed.map(
      ({ name, help }) =>
        `complete -c contractgate-hook -n ${quote(`not __fish_seen_subcommand_from ${names}`)} -a ${name} -d ${quote(help)}`,
    ),
    ...completed.flatMap(({ name, words, options }) => {
      const when =
        name === 'check'
          ? `not __fish_seen_subcommand_from ${others.join(' ')}`
          : `__fish_seen_subcommand_from ${name}`;
      const start = `complete -c contractgate-hook -n ${quote(when)}`;
      return [
        ...(words === undefined ? [] : [`${start} -f${words.length === 0 ? '' : ` -a ${quote(words.join(' '))}`}`]),
        ...options.map(({ flag, help, values }) => {
          const value =
            typeof values !== 'string'
              ? ` -x -a ${quote(values.join(' '))}`
              : { none: '', files: ' -r -F', any: ' -x' }[values];
          return `${start} -l ${flag.slice(2)}${value} -d ${quote(help)}`;
        }),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}
