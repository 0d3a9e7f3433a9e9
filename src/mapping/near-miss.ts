import { globMatcher } from './glob.ts';
import type { Mapping, MappingConfig } from './mapping.ts';

/** A mapping that has nothing to say of a path, and would if letter case did not count. */
export interface NearMiss {
  readonly mapping: Mapping;
  readonly glob: string;
}

/** The first near miss among the mappings, for a path that none of them governs. Globs are compiled once. */
export function findNearMisses({ mappings }: MappingConfig): (path: string) => NearMiss | undefined {
  const matcherOf = (glob: string) => ({ glob, match: globMatcher(glob, { ignoresCase: true }) });
  const compiled = mappings.map((mapping) => ({
    mapping,
    files: mapping.files.map(matcherOf),
    exclude: mapping.exclude.map(matcherOf),
  }));
  const isLower = !mappings.some(({ files }) => files.some(hasCase));
  return (path) => {
    // Most paths of most repositories have no capital in them.
    if (isLower && !hasCase(path)) return undefined;
    for (const { mapping, files, exclude } of compiled) {
      const found = files.find(({ match }) => match(path) !== undefined);
      if (found !== undefined && !exclude.some(({ match }) => match(path) !== undefined)) {
        return { mapping, glob: found.glob };
      }
    }
    return undefined;
  };
}

/** Whether a text might be another in lower case. */
function hasCase(text: string): boolean {
  return /[A-Z\u0080-\uffff]/.test(text);
}
