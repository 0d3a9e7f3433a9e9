import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules } from '../rule.ts';

/** An escaped character, so that the backslash of `\\d` does not start a class. */
const escaped = /\\(.)/gsu;

export const patternRules: Rules = {
  'unicode-class': {
    severity: 'note',
    summary: String.raw`\d, \w and \s match more than ASCII.`,
    explanation: String.raw`The gateway's regular expressions are Rust's, where \d matches the digits of every script (٣ too), \w
every letter and mark, and \s every white space. Elsewhere, as in JavaScript, they are ASCII. Where
ASCII is meant, write [0-9], [0-9A-Za-z_] and [ \t\r\n]; such patterns also run faster here.`,
    bad: example({ entities: [String.raw`{ name: order_id, type: string, pattern: '^\d{6}$' }`] }),
    good: example({ entities: ["{ name: order_id, type: string, pattern: '^[0-9]{6}$' }"] }),
    *check({ fields }) {
      for (const { field, insideItems } of fields) {
        const { pattern = '', type, at } = field;
        // `(?-u)` turns Unicode off.
        if (insideItems || !['string', 'date', 'any'].includes(type) || pattern.includes('(?-u')) continue;
        const letters = [...pattern.matchAll(escaped)].map(([, letter = '']) => letter);
        const classes = new Set(letters.filter((letter) => 'dswDSW'.includes(letter)));
        if (classes.size === 0) continue;
        const names = [...classes].map((letter) => `\`\\${letter}\``).join(', ');
        const message = `${names} in a pattern ${classes.size === 1 ? 'is' : 'are'} Unicode's, not only ASCII`;
        yield { at: placeOf(at, 'pattern'), message };
      }
    },
  },
};
