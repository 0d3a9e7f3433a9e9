import type { ScalarStyle } from './node.ts';
import type { TagParts } from './scan-tag.ts';

/** libyaml's tokens, with the offsets at which they stand. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'scalar'; readonly text: string; readonly style: ScalarStyle }
  | { readonly type: 'anchor' | 'alias'; readonly name: string }
  | { readonly type: 'tag' | 'tag-directive'; readonly tag: TagParts }
  | { readonly type: 'version-directive'; readonly version: string }
  | { readonly type: Indicator }
);

export type Indicator =
  | 'block-end'
  | 'block-entry'
  | 'block-mapping-start'
  | 'block-sequence-start'
  | 'document-end'
  | 'document-start'
  | 'flow-entry'
  | 'flow-mapping-end'
  | 'flow-mapping-start'
  | 'flow-sequence-end'
  | 'flow-sequence-start'
  | 'key'
  | 'stream-end'
  | 'value';
