import type { Position } from '../json-value.ts';

/** What the mapping file says, with defaults filled in. */
export interface MappingConfig {
  readonly mappings: readonly Mapping[];
  readonly freshness: Freshness;
  /** Globs of contract files that are compiled and linted whenever they change, mapped or not. */
  readonly contracts: readonly string[];
  /** Globs of where fixtures live, for `unmapped`. */
  readonly fixtures: readonly string[];
  readonly unmapped: 'ignore' | 'warn' | 'error';
  /** The path of the file with the violations that are put up with, whether or not there is one. */
  readonly baseline: string;
  /** Bytes; for formats that are held whole. */
  readonly maxFileSize: number;
  /** The sources of the regular expressions of all its globs, by the glob. */
  readonly expressions: { readonly [glob: string]: string };
}

/** One entry under `mappings`. */
export interface Mapping {
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  /** Paths of contracts, with `$1` to `$9` for what the wildcards of the glob matched. */
  readonly contracts: readonly string[];
  /** `fallback`: the first contract that an event passes decides; `strict`: the first contract. */
  readonly resolution: 'strict' | 'fallback';
  /** `fail`: a negative fixture, of which every event must violate. */
  readonly expect: 'pass' | 'fail';
  /** With `expect: fail`: the only kinds of violation that count as the expected ones. */
  readonly kinds?: readonly string[];
  /** With `expect: fail`: the only fields. */
  readonly fields?: readonly string[];
  /** By default the file's extension decides. */
  readonly format?: 'json' | 'ndjson' | 'yaml';
  /** A JSON Pointer in which `*` stands for each element or member. */
  readonly select?: string;
  /** Of the entry in the mapping file. */
  readonly at: Position;
  /** Of its `contract` in the mapping file. */
  readonly contractAt: Position;
}

/** Against which clock freshness rules are judged; a number is a fixed time in Unix seconds. */
export type Freshness = 'skip' | 'now' | number;
