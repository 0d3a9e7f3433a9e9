import { fillTemplate, globMatcher } from './glob.ts';
import type { Mapping, MappingConfig } from './mapping.ts';

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
export function matchMappings(config: MappingConfig): Matcher {
  const compiled = config.mappings.map((mapping) => ({
    mapping,
    files: mapping.files.map(globMatcher),
    exclude: matchesAny(mapping.exclude),
  }));
  return (path) => {
    for (const { mapping, files, exclude } of compiled) {
      for (const match of files) {
        const captures = match(path);
        if (captures === undefined) continue;
        if (exclude(path)) break;
        return fill(mapping, captures);
      }
    }
    return undefined;
  };
}

/** Whether any of the globs matches. */
export function matchesAny(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(globMatcher);
  return (path) => matchers.some((match) => match(path) !== undefined);
}

function fill(mapping: Mapping, captures: readonly string[]): Match {
  const contracts: string[] = [];
  for (const template of mapping.contracts) {
    const path = fillTemplate(template, captures);
    if (path === undefined) return { mapping, contracts: [], unfilled: template };
    contracts.push(path);
  }
  return { mapping, contracts };
}
