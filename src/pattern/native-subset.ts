import { ecmascriptSource } from './ecmascript-source.ts';
import { searchIsLinear } from './linearity.ts';
import { parseSubset } from './parse-subset.ts';
import { searchGraph } from './search-graph.ts';
import type { SearchGraph } from './search-graph.ts';

/** A pattern that JavaScript can search for in Rust's place. */
export interface NativePattern {
  readonly expression: RegExp;
  /** The choices of a search for it. */
  readonly graph: SearchGraph;
}

/**
 * The pattern as a `RegExp`, if it is provably legal in Rust's `regex`, matches the same texts, and searches any text in
 * linear time; undefined otherwise, which says nothing about the pattern.
 *
 * Shorthand classes (`\d`, `\s`, `\w`, `\b`) are never native: in Rust they are Unicode's, of another version of the
 * tables than some supported version of Node has.
 */
export function nativePattern(pattern: string): NativePattern | undefined {
  const syntax = parseSubset(pattern);
  const graph = syntax && searchGraph(syntax);
  if (syntax === undefined || graph === undefined || !searchIsLinear(graph)) return undefined;
  return { expression: new RegExp(ecmascriptSource(syntax), 'u'), graph };
}
