import { asciiRange, complementOf } from './character-set.ts';
import type { CharacterSet } from './character-set.ts';
import type { Repetition, Syntax } from './syntax.ts';

/** Well inside the 250 levels that regex-syntax allows (`ParserBuilder::nest_limit`). */
const MAXIMUM_DEPTH = 32;

// What regex-syntax takes as a character (`is_meta_character`, `is_escapeable_character`), less all letters and digits
// but \n \r \t. `\<` and `\>` are word boundaries. `]` and `}` need no escape.
const ESCAPE = String.raw`\\(?<escaped>[nrt !-/:;=?@[-\x60{-~])`;
const LITERAL = new RegExp(String.raw`${ESCAPE}|(?<plain>[^\\.+*?()|[{^$])`, 'y');
const CLASS_MEMBER = new RegExp(String.raw`${ESCAPE}|(?<plain>[^\\[\]])`, 'y');
/** A lazy quantifier finds other matches, but finds one exactly when the greedy one does. */
const QUANTIFIER = /(?:(?<sign>[*+?])|\{(?<minimum>\d{1,4})(?<comma>,(?<maximum>\d{1,4})?)?\})\??/y;
const WHITESPACE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

const anyButLineFeed = complementOf(asciiRange(0x0a, 0x0a));

/**
 * Reads a pattern of ASCII characters, classes, groups, alternation, repetition, `^` and `$`, as regex-syntax reads it.
 * Whatever else a pattern may hold, legal or not, gives undefined.
 */
export function parseSubset(pattern: string): Syntax | undefined {
  return /[^\0-\x7f]/.test(pattern) ? undefined : new SubsetParser(pattern).parse();
}

class SubsetParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Syntax | undefined {
    const syntax = this.#alternation(0);
    return this.#at === this.#text.length ? syntax : undefined;
  }

  #alternation(depth: number): Syntax | undefined {
    if (depth > MAXIMUM_DEPTH) return undefined;
    const branches: Syntax[] = [];
    do {
      const branch = this.#concatenation(depth);
      if (branch === undefined) return undefined;
      branches.push(branch);
    } while (this.#take('|'));
    return { kind: 'alternation', branches };
  }

  #concatenation(depth: number): Syntax | undefined {
    const parts: Syntax[] = [];
    while (this.#at < this.#text.length && !this.#sees('|') && !this.#sees(')')) {
      const part = this.#repeatable(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return { kind: 'concatenation', parts };
  }

  /** One atom and its quantifier. A second quantifier, as in `a**`, is not read as an atom and so is refused. */
  #repeatable(depth: number): Syntax | undefined {
    if (this.#take('^')) return { kind: 'start' };
    if (this.#take('$')) return { kind: 'end' };
    const body = this.#atom(depth);
    const quantifier = this.#match(QUANTIFIER);
    if (body === undefined || quantifier === undefined) return body;
    const [minimum, maximum] = boundsOf(quantifier);
    return minimum > maximum ? undefined : ({ kind: 'repetition', body, minimum, maximum } satisfies Repetition);
  }

  #atom(depth: number): Syntax | undefined {
    if (this.#take('(?:') || this.#take('(')) {
      const inner = this.#alternation(depth + 1);
      return this.#take(')') ? inner : undefined;
    }
    const set = this.#take('.') ? anyButLineFeed : this.#take('[') ? this.#classSet() : this.#literalSet();
    return set === undefined ? undefined : { kind: 'character', set };
  }

  #literalSet(): CharacterSet | undefined {
    const code = this.#character(LITERAL);
    return code === undefined ? undefined : asciiRange(code, code);
  }

  /** What follows `[`. Refused in a class: `[` (nested or POSIX classes), a leading `]`, and the set operators. */
  #classSet(): CharacterSet | undefined {
    const negated = this.#take('^');
    let set: CharacterSet = 0n;
    do {
      const first = this.#classMember();
      if (first === undefined) return undefined;
      // A hyphen that closes the class is a member, and two are an operator, for the next round to refuse.
      const range = !this.#sees('-]') && !this.#sees('--') && this.#take('-');
      const last = range ? this.#classMember() : first;
      if (last === undefined || last < first) return undefined;
      set |= asciiRange(first, last);
    } while (!this.#take(']'));
    return negated ? complementOf(set) : set;
  }

  #classMember(): number | undefined {
    return ['--', '&&', '~~'].some((operator) => this.#sees(operator)) ? undefined : this.#character(CLASS_MEMBER);
  }

  #character(token: RegExp): number | undefined {
    const { escaped = '', plain } = this.#match(token) ?? {};
    return (plain ?? WHITESPACE_ESCAPES[escaped] ?? escaped).codePointAt(0);
  }

  #sees(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    const seen = this.#sees(text);
    if (seen) this.#at += text.length;
    return seen;
  }

  #match(token: RegExp): Readonly<Record<string, string | undefined>> | undefined {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    this.#at += match?.[0].length ?? 0;
    return match?.groups;
  }
}

function boundsOf(groups: Readonly<Record<string, string | undefined>>): readonly [number, number] {
  const { sign = '', minimum, comma, maximum } = groups;
  const open = comma === undefined ? minimum : (maximum ?? Infinity);
  return SIGNS[sign] ?? [Number(minimum), Number(open)];
}
