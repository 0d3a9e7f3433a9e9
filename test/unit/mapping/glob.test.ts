import { describe, expect, it } from 'vitest';
import { globMatcher, refuseGlob } from '../../../src/mapping/glob.ts';

describe('globs', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['f/[!a].json', ['f/b.json'], ['f/a.json', 'f/bb.json']],
    ['f/[^a].json', ['f/b.json'], ['f/a.json', 'f/^b.json']],
    ['f/[!a-c].json', ['f/d.json', 'f/!.json'], ['f/a.json']],
    ['f/[[:digit:]]?.json', ['f/1x.json'], ['f/1.json', 'f/x1.json']],
    ['f/[id].json', ['f/i.json', 'f/[id].json'], ['f/id.json']],
    ['f/[{]id[}].json', ['f/{id}.json'], ['f/id.json']],
    ['f/x [(]1[)].json', ['f/x (1).json'], ['f/x 1.json']],
    ['f/[]].json', ['f/].json'], ['f/[].json']],
    ['f/"x".json', ['f/"x".json'], ['f/x.json']],
    ['./f//./x.json', ['f/x.json'], []],
    ['{f,g}/**/{a,b}*.json', ['f/a.json', 'g/d/e/bc.json'], ['h/a.json']],
    ['f/@(a|b).json', ['f/a.json'], ['f/c.json']],
    ['f/*.json', ['f/a.json', 'f/.a.json'], ['f/A.JSON', 'F/a.json']],
  ])('%s', (glob, matched, others) => {
    expect(refuseGlob(glob)).toBeUndefined();
    const matches = globMatcher(glob);
    expect([...matched, ...others].filter((path) => matches(path) !== undefined)).toEqual(matched);
  });

  it.each([
    ['f/[a-c]/*.json', 'f/b/x.json', ['b', 'x']],
    ['f/[!x]?*.json', 'f/abc.json', ['a', 'c']],
    ['f/[abc][0-9].json', 'f/c7.json', ['c', '7']],
    ['{f,g}/**', 'g/x/y.json', ['g', 'x/y.json']],
  ])('%s captures every wildcard but ?', (glob, path, captures) => {
    expect(globMatcher(glob)(path)).toEqual(captures);
  });

  it.each([
    ['f/{a', 'a `{` that nothing closes'],
    ['f/{a,{b,c}.json', 'a `{` that nothing closes'],
    ['f/[a.json', 'a `[` that nothing closes'],
    ['f/[]', 'a `[` that nothing closes'],
    ['f/[a/b]', 'a `[` that nothing closes'],
    ['f/@(a', 'a `(` that nothing closes'],
    ['f/a}', 'a `}` that nothing opens'],
    ['f/a]', 'a `]` that nothing opens'],
    ['f/a)', 'a `)` that nothing opens'],
    ['f/(a|b)', 'a `(`'],
    ['f/*.{json}', 'write `json` without the braces'],
    ['f/{}.json', '`{}`, which leaves no choice'],
    ['f/{1..12}.json', 'a range'],
    ['f/[z-a].json', 'a range that ends before it begins'],
    ['**.json', 'write `**/*`'],
    ['f/**.json', 'write `**/*`'],
    ['f/***/a', '`***`'],
    ['f/', 'write `f/**`'],
    ['./', 'write `**`'],
    ['f/.', 'write `f/**`'],
    [' f/a', 'a space at its beginning'],
    ['f/a ', 'a space at its end'],
    ['/f/a', 'absolute'],
    ['f\\a', 'backslash'],
    ['../f', '`..`'],
  ])('%j is refused, since it would match nothing of what it seems to', (glob, words) => {
    const message = refuseGlob(glob);
    expect(message).toContain(words);
    expect(message).toContain(`the glob \`${glob}\` `);
    expect(message).not.toContain('\n');
  });
});
