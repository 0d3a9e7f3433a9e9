import { matcherOf } from './expression-matcher.ts';
import type { Mapping, MappingConfig } from './mapping.ts';

/** A mapping that has nothing to say of a path, and would if letter case did not count. */
export interface NearMiss {
  readonly mapping: Mapping;
  readonly glob: string;
}

/** The first near miss among the mappings, for a path that none of them governs. Globs are compiled once, when one is needed. */
export function findNearMisses(config: MappingConfig): (path: string) => NearMiss | undefined {
  const { mappings } = config;
  const compile = (glob: string) => ({ glob, match: matcherOf(glob, config, { ignoresCase: true }) });
  const compileAll = () =>
    mappings.map((mapping) => ({
      mapping,
      files: mapping.files.map(compile),
      exclude: mapping.exclude.map(compile),
    }));
  let compiled: ReturnType<typeof compileAll> | undefined;
  const isLower = !mappings.some(({ files }) => files.some(hasCase));
  return (path) => {
    // Most paths of most repositories have no capital in them.
    if (isLower && !hasCase(path)) return undefined;
    compiled ??= compileAll();
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
