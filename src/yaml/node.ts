/**
 * A YAML document as its syntax tells it: nothing resolved, so that each place of a contract can read a scalar as the
 * gateway does there. Offsets count UTF-16 code units and leave out anchors and tags.
 */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping | YamlAlias;

/** What a node is once aliases are followed. */
export type YamlContent = YamlScalar | YamlSequence | YamlMapping;

export type ScalarStyle = 'plain' | 'quoted' | 'literal' | 'folded';

export interface YamlScalar extends NodeRange {
  readonly kind: 'scalar';
  /** Escapes and line folding undone. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly tag?: string;
}

export interface YamlSequence extends NodeRange {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly tag?: string;
}

export interface YamlMapping extends NodeRange {
  readonly kind: 'mapping';
  readonly entries: readonly (readonly [key: YamlNode, value: YamlNode])[];
  readonly tag?: string;
}

interface YamlAlias extends NodeRange {
  readonly kind: 'alias';
  /** Key of `YamlDocument.anchored`. */
  readonly anchor: number;
}

interface NodeRange {
  readonly start: number;
  readonly end: number;
}

export interface YamlDocument {
  readonly root: YamlNode;
  readonly anchored: ReadonlyMap<number, YamlContent>;
  /** How many events libyaml makes of the text: one for a scalar or alias, two for a collection. */
  readonly eventCount: number;
}
