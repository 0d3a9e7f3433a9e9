import { matcherOf } from './expression-matcher.ts';
import type { Mapping, MappingConfig } from './mapping.ts';

/** What a mapping has to say about a path. */
export interface Weighed {
  readonly mapping: Mapping;
  /**
   * `decides`: it is the first that matches. `late`: it matches, but an earlier one decides. `excluded`: a glob matches, and
   * one of `exclude` too. `no-match`: none of its globs matches.
   */
  readonly outcome: 'decides' | 'late' | 'excluded' | 'no-match';
  /** The glob that matches, for `excluded` the one that leaves the path out. */
  readonly glob?: string;
  /** What the wildcards matched, `$1` first. */
  readonly captures?: readonly string[];
}

/** Every mapping against one path, in the order of the mapping file: `matchMappings` with its reasons. */
export function weighMappings(config: MappingConfig, path: string): readonly Weighed[] {
  let decided = false;
  return config.mappings.map((mapping) => {
    const weighed = weigh(mapping, path, config);
    if (weighed.outcome !== 'decides') return weighed;
    if (decided) return { ...weighed, outcome: 'late' };
    decided = true;
    return weighed;
  });
}

function weigh(mapping: Mapping, path: string, config: MappingConfig): Weighed {
  for (const glob of mapping.files) {
    const captures = matcherOf(glob, config)(path);
    if (captures === undefined) continue;
    const left = mapping.exclude.find((exclude) => matcherOf(exclude, config)(path) !== undefined);
    if (left !== undefined) return { mapping, outcome: 'excluded', glob: left };
    return { mapping, outcome: 'decides', glob, captures };
  }
  return { mapping, outcome: 'no-match' };
}
