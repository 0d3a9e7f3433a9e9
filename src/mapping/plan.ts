import { matcherOf } from './expression-matcher.ts';
import type { Expressions } from './expression-matcher.ts';
import type { Mapping, MappingConfig } from './mapping.ts';
import { templateFiller } from './template.ts';

/** Which mapping a file falls under, and the contracts that it names. */
export interface Match {
  readonly mapping: Mapping;
  /** Paths of contracts, most wanted first. */
  readonly contracts: readonly string[];
  /** Set where a contract's path names a wildcard that matched nothing: the path as the mapping file has it. */
  readonly unfilled?: string;
}

/** Finds the mapping of a path; the first that matches decides. */
export type Matcher = (path: string) => Match | undefined;

/** Globs compiled once for any number of paths. */
export function matchMappings(config: Pick<MappingConfig, 'mappings'> & Expressions): Matcher {
  const compiled = config.mappings.map((mapping) => ({
    mapping,
    files: mapping.files.map((glob) => matcherOf(glob, config)),
    exclude: matchesAny(mapping.exclude, config),
    contracts: mapping.contracts.map((template) => ({ template, fill: templateFiller(template) })),
  }));
  return (path) => {
    for (const { mapping, files, exclude, contracts } of compiled) {
      for (const match of files) {
        const captures = match(path);
        if (captures === undefined) continue;
        if (exclude(path)) break;
        return matchOf(mapping, contracts, captures);
      }
    }
    return undefined;
  };
}

/** Whether any of the globs matches, which are some of the mapping file's. */
export function matchesAny(
  globs: readonly string[],
  config: Expressions,
  options: { readonly ignoresCase?: boolean } = {},
): (path: string) => boolean {
  const matchers = globs.map((glob) => matcherOf(glob, config, options));
  return (path) => matchers.some((match) => match(path) !== undefined);
}

interface Template {
  readonly template: string;
  readonly fill: ReturnType<typeof templateFiller>;
}

function matchOf(mapping: Mapping, templates: readonly Template[], captures: readonly string[]): Match {
  const contracts: string[] = [];
  for (const { template, fill } of templates) {
    const path = fill(captures);
    if (path === undefined) return { mapping, contracts: [], unfilled: template };
    contracts.push(path);
  }
  return { mapping, contracts };
}
