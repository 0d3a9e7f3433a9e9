import type { JsonValue } from '../json-value.ts';

/**
 * A data contract as the gateway reads it (`Contract` in its src/contract.rs).
 *
 * `at` gives, for each key that the YAML text spells out, where its key and value stand, as UTF-16 offsets in the text.
 * Values that an alias brings in stand where the anchor is.
 */
export interface Contract {
  readonly version: string;
  readonly name: string;
  readonly description?: string;
  readonly complianceMode: boolean;
  readonly entities: readonly Field[];
  readonly glossary: readonly GlossaryTerm[];
  readonly metrics: readonly Metric[];
  readonly quality: readonly QualityRule[];
  readonly egressLeakageMode: 'off' | 'strip' | 'fail';
  readonly envelope?: Envelope;
  readonly nullAsAbsent: boolean;
  readonly at: KeyRanges;
  /** Keys at any level that the gateway ignores in silence. */
  readonly unknownKeys: readonly UnknownKey[];
}

export type FieldType = 'string' | 'integer' | 'float' | 'boolean' | 'object' | 'array' | 'any' | 'date';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly pattern?: string;
  readonly enum?: readonly JsonValue[];
  /** May be infinite or NaN: the gateway accepts `.inf` and `.nan`. */
  readonly min?: number;
  readonly max?: number;
  /** UTF-8 bytes, up to u64; a bigint beyond 2^53. */
  readonly minLength?: number | bigint;
  readonly maxLength?: number | bigint;
  readonly properties?: readonly Field[];
  readonly items?: Field;
  readonly transform?: Transform;
  readonly at: KeyRanges;
}

export interface Transform {
  readonly kind: 'mask' | 'hash' | 'drop' | 'redact';
  readonly style?: 'opaque' | 'format_preserving';
  readonly at: KeyRanges;
}

export interface GlossaryTerm {
  readonly field: string;
  readonly description: string;
  readonly constraints?: string;
  readonly synonyms?: readonly string[];
  readonly at: KeyRanges;
}

export interface Metric {
  readonly name: string;
  readonly field?: string;
  readonly type?: 'integer' | 'float';
  readonly formula?: string;
  readonly min?: number;
  readonly max?: number;
  readonly at: KeyRanges;
}

export interface QualityRule {
  readonly field: string;
  readonly type: 'completeness' | 'validity' | 'freshness' | 'uniqueness';
  readonly description?: string;
  /** Seconds, up to u64; a bigint beyond 2^53. */
  readonly maxAgeSeconds?: number | bigint;
  readonly scope?: 'batch';
  readonly threshold?: number;
  readonly at: KeyRanges;
}

export interface Envelope {
  readonly recordsPath: string;
  readonly validateWrapper: boolean;
  readonly at: KeyRanges;
}

/** Offsets `[start of key, end of key, start of value, end of value]`. */
export type KeyRange = readonly [keyStart: number, keyEnd: number, valueStart: number, valueEnd: number];

/**
 * Ranges by the key as the gateway spells it (`min_length`, `records_path`), never by an alias such as `term`.
 * The key `''` holds the range of the whole mapping (its first two numbers are equal to its third).
 */
export type KeyRanges = { readonly [key: string]: KeyRange };

export interface UnknownKey {
  readonly key: string;
  /** Which mapping it stands in, for suggestions: `contract`, `ontology`, `field`, `transform`, … */
  readonly inside: ContractMapping;
  /** As the gateway writes a place: `ontology.entities[0]`; empty at the top level. */
  readonly path: string;
  readonly range: KeyRange;
}

export type ContractMapping =
  'contract' | 'ontology' | 'field' | 'transform' | 'glossary' | 'metric' | 'quality' | 'envelope';

/** Why a text is not a contract: one sentence and its place. */
export interface ContractProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** What to do about it, in a sentence of ours; the message is the gateway's. */
  readonly hint?: string;
}

export type ContractResult =
  { readonly ok: true; readonly contract: Contract } | { readonly ok: false; readonly problem: ContractProblem };
