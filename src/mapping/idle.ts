import type { Mapping, MappingConfig } from './mapping.ts';
import { matchMappings } from './plan.ts';
import type { Matcher } from './plan.ts';

/** A mapping that decides no file, and why. */
export interface IdleMapping {
  readonly mapping: Mapping;
  /** The mapping that decides the first of the files that this one matches too. */
  readonly lateAfter?: Mapping;
  /** A glob of it that is the name of a folder. */
  readonly folder?: string;
}

/** The mappings that decide none of the paths. `decides`: the mapping of each path. */
export function findIdle(
  { mappings, expressions }: MappingConfig,
  used: ReadonlySet<Mapping>,
  paths: readonly string[],
  decides: Matcher,
): readonly IdleMapping[] {
  return mappings
    .filter((mapping) => !used.has(mapping))
    .map((mapping) => {
      const matches = matchMappings({ mappings: [mapping], expressions });
      const late = paths.find((path) => matches(path) !== undefined);
      const lateAfter = late === undefined ? undefined : decides(late)?.mapping;
      const folder = mapping.files.find((glob) => paths.some((path) => path.startsWith(`${glob}/`)));
      return { mapping, ...(lateAfter && { lateAfter }), ...(folder !== undefined && { folder }) };
    });
}
