import { ecmascriptSource } from './ecmascript-source.ts';
import { searchIsLinear } from './linearity.ts';
import { parseSubset } from './parse-subset.ts';
import { searchGraph } from './search-graph.ts';

/**
 * The pattern as a `RegExp`, if it is provably legal in Rust's `regex`, matches the same texts, and searches any text in
 * linear time; undefined otherwise, which says nothing about the pattern.
 *
 * Shorthand classes (`\d`, `\s`, `\w`, `\b`) are never native: in Rust they are Unicode's, of another version of the
 * tables than some supported version of Node has.
 */
export function nativeRegExp(pattern: string): RegExp | undefined {
  const syntax = parseSubset(pattern);
  const graph = syntax && searchGraph(syntax);
  return graph && searchIsLinear(graph) ? new RegExp(ecmascriptSource(syntax), 'u') : undefined;
}
