import type { MappingConfig } from './mapping.ts';

/** What the wildcards of a glob matched in a path, in order; undefined for a path that the glob does not match. */
export type GlobMatcher = (path: string) => readonly string[] | undefined;

/** What a mapping file has for its globs. */
export type Expressions = Pick<MappingConfig, 'expressions'>;

/** Of a glob of the mapping file. `ignoresCase`: for telling what the glob would match otherwise. */
export function matcherOf(
  glob: string,
  { expressions }: Expressions,
  { ignoresCase = false }: { readonly ignoresCase?: boolean } = {},
): GlobMatcher {
  const source = expressions[glob];
  if (source === undefined) throw new Error(`the mapping file has no glob ${glob}`);
  return expressionMatcher(source, ignoresCase ? 'i' : '');
}

/** Of a glob's regular expression. The `**` of picomatch is made of dots, and a name may have a line break in it. */
export function expressionMatcher(source: string, flags = ''): GlobMatcher {
  const expression = new RegExp(source, `s${flags}`);
  return (path) =>
    expression
      .exec(path)
      ?.slice(1)
      .map((capture) => capture ?? '');
}
