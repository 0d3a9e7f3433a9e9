import picomatch from 'picomatch';

/** A glob as picomatch reads it; or why it would not mean what it says, in a sentence. */
export type GlobSyntax =
  { readonly ok: true; readonly pattern: string } | { readonly ok: false; readonly message: string };

interface Opened {
  readonly bracket: '{' | '(';
  readonly at: number;
  hasChoice: boolean;
}

const closing = { '{': '}', '(': ')' } as const;

/**
 * Looks for what picomatch would take literally, or give up on, without a word. Every character can still be had, in a class of
 * its own: `[{]`. https://git-scm.com/docs/gitignore#_pattern_format says what of globs git knows.
 */
export function readGlob(glob: string): GlobSyntax {
  const refuse = (reason: string): GlobSyntax => ({ ok: false, message: `the glob \`${glob}\` ${reason}` });
  const opened: Opened[] = [];
  let pattern = '';
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    const within = opened.at(-1);
    if (char === '[') {
      const end = classEnd(glob, at);
      if (end === undefined) return refuse('has a `[` that nothing closes; write `[[]` for the character itself');
      pattern += captured(glob.slice(at, end), within);
      at = end - 1;
      continue;
    }
    if (char === '*' && glob.startsWith('**', at)) {
      const stars = /^\*+/.exec(glob.slice(at))?.[0] ?? '';
      if (stars.length > 2 || !isAlone(glob, at, at + stars.length)) {
        return refuse(`has \`${stars}\` glued to other text, where it would match no folders; write \`**/*\` there`);
      }
      pattern += stars;
      at += stars.length - 1;
      continue;
    }
    if (char === '(' && !/[@!?*+]/.test(glob.charAt(at - 1))) {
      return refuse('has a `(`; write `{a,b}` for a choice, or `[(]` for the character itself');
    }
    if (char === '{' || char === '(') opened.push({ bracket: char, at, hasChoice: char === '(' });
    else if (char === ',' && within?.bracket === '{') within.hasChoice = true;
    else if (char === '}' || char === ')') {
      if (within === undefined || closing[within.bracket] !== char) {
        return refuse(`has a \`${char}\` that nothing opens; write \`[${char}]\` for the character itself`);
      }
      opened.pop();
      const inside = glob.slice(within.at + 1, at);
      if (!within.hasChoice && !/^(\w)\.\.(\w)$/.test(inside)) return refuse(withoutChoice(inside));
    } else if (char === ']') {
      return refuse('has a `]` that nothing opens; write `[]]` for the character itself');
    }
    pattern += char;
  }
  const [open] = opened;
  if (open !== undefined) {
    const { bracket } = open;
    return refuse(`has a \`${bracket}\` that nothing closes; write \`[${bracket}]\` for the character itself`);
  }
  return compiles(pattern) ? { ok: true, pattern } : refuse('has a class with a range that ends before it begins');
}

/** After the `]` of a class: one that stands first in it is a member, and `[:alpha:]` is one too. */
function classEnd(glob: string, at: number): number | undefined {
  const [text] = /^\[[!^]?(?:\]|(?!\]))(?:\[:[a-z]+:\]|[^\]])*\]/.exec(glob.slice(at)) ?? [];
  return text === undefined || text.includes('/') ? undefined : at + text.length;
}

/**
 * Of classes, picomatch captures those without ranges and negation. It does of a choice, and `{x,x}` is one; not of `(x)`, which
 * would make a quantifier of what follows.
 */
function captured(text: string, within: Opened | undefined): string {
  const isPlain = !/[-*+?.^!${}(|)[\]]/.test(text.slice(1, -1));
  return isPlain || within?.bracket === '(' ? text : `{${text},${text}}`;
}

/** Whether `**` stands for whole folders: between slashes, or at an end of the glob or of a choice. */
function isAlone(glob: string, start: number, end: number): boolean {
  return /[/{,(|]|^$/.test(glob.charAt(start - 1)) && /[/},)|]|^$/.test(glob.charAt(end));
}

function withoutChoice(inside: string): string {
  if (inside.includes('..'))
    return `has \`{${inside}}\`, a range; name each in \`{a,b}\`, or write a class such as \`[0-9]\``;
  const instead = inside === '' ? '' : `\`${inside}\` without the braces, or `;
  return `has \`{${inside}}\`, which leaves no choice; write ${instead}\`[{]\` for the character itself`;
}

function compiles(pattern: string): boolean {
  try {
    picomatch.makeRe(pattern, { debug: true });
    return true;
  } catch {
    return false;
  }
}
