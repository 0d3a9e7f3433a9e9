import type { SyntaxHint } from '../event/syntax-hint.ts';
import type { JsonPath, Position, TextRange } from '../json-value.ts';
import type { Problem } from '../problem.ts';
import type { Shard } from './shard.ts';
import type { ViolationKind } from '../validation/violation.ts';

/** Everything that a run found. Reporters turn it into text; nothing in it is worded for one of them. */
export interface Report {
  /** `index`, `worktree`, or the revision as the user wrote it. */
  readonly snapshot: string;
  /** Of a run that made only a part of the checks. What is wrong with the mapping file and contracts every part tells. */
  readonly shard?: Shard;
  /** In the order of the fixtures' paths, as the selection gave them. */
  readonly checks: readonly CheckResult[];
  readonly problems: readonly Problem[];
  /** How many contracts were linted: those that were selected or changed. */
  readonly linted: number;
  /** What they say that the gateway does not do. */
  readonly findings: readonly LintFinding[];
  /** Sentences that change nothing about the verdict. */
  readonly notes: readonly string[];
  readonly durationMs: number;
}

/** A report on nothing, or on why nothing could be looked at. */
export function emptyReport(snapshot: string, problems: readonly Problem[] = []): Report {
  return { snapshot, checks: [], problems, linted: 0, findings: [], notes: [], durationMs: 0 };
}

/** Something that the gateway accepts in a contract and then does not do. Lines and columns are 1-based. */
export interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** As `contractgate-hook lint --explain` knows it. */
  readonly rule: string;
  /** `error`: a warning under --strict, which counts as a violation. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

/** One fixture against its contract. */
export interface CheckResult {
  readonly file: string;
  /** The path of the contract; with `resolution: fallback`, of the first. */
  readonly contract: string;
  readonly contractName: string;
  readonly contractVersion: string;
  readonly expect: 'pass' | 'fail';
  readonly passed: boolean;
  readonly events: number;
  readonly failedEvents: number;
  /** Of a file with very many, the first of all and of each kind on each field. */
  readonly violations: readonly FoundViolation[];
  /** Those beyond them; absent: none. */
  readonly omitted?: readonly OmittedViolations[];
  /** How many violations besides the baseline knows of; absent for none. */
  readonly known?: number;
  /** Why a fixture that was not itself changed is checked. */
  readonly because?: string;
  /** With `resolution: fallback`: how many events each contract version let pass, as it is. */
  readonly matched?: readonly { readonly contract: string; readonly version: string; readonly events: number }[];
  /**
   * The places of some of `violations`, in their order, one after the other. Done on demand, since it reads the fixture's text
   * once more.
   */
  readonly locate: (violations: readonly FoundViolation[]) => Iterable<ViolationPlace>;
}

/** The gateway's kinds, and those that only a fixture can have. */
export type FoundKind =
  | ViolationKind
  /** The text is not JSON (or YAML) that the gateway could read. */
  | 'invalid_json'
  /** The mapping's `select` leads to nothing. */
  | 'missing_event'
  /** `expect: fail`, but the event passes. */
  | 'unexpected_pass'
  /** `expect: fail`, and the event fails, but not in the way that the mapping asks for. */
  | 'unexpected_violation';

/** A violation in a fixture, as the gateway would report it. */
export interface FoundViolation {
  readonly field: string;
  readonly kind: FoundKind;
  readonly message: string;
  /** 0-based index of the event. */
  readonly record: number;
}

/** Violations that were counted and not kept. */
export interface OmittedViolations {
  readonly kind: FoundKind;
  /** With indices erased, `lines[].sku`; `…` for the fields beyond the first thousand. */
  readonly field: string;
  readonly violations: number;
  /** Events with any of them that have none of this kind and field among those kept. */
  readonly events: number;
}

/** All violations of a check, kept or not. */
export function countViolations({ violations, omitted = [] }: Pick<CheckResult, 'violations' | 'omitted'>): number {
  return omitted.reduce((count, { violations: more }) => count + more, violations.length);
}

/** Where a violation stands. Lines and columns are 1-based, columns in UTF-16 units. */
export interface ViolationPlace {
  readonly start: Position;
  /** Of a value that must not be shown, the place where it begins: where it ends would tell its length. */
  readonly end: Position;
  /** The path of the value in the JSON document: the file, or its line in NDJSON. */
  readonly path: JsonPath;
  /** The key in the contract that says so. */
  readonly contract?: ContractPlace;
  /** The line on which it begins; undefined where there is none to show. Made on demand. */
  readonly frame?: () => Frame;
  /** What would certainly mend it. */
  readonly hint?: Hint;
  /** Of a value that must be unique: the event that had it first. */
  readonly first?: FirstPlace;
}

export interface FirstPlace {
  /** 0-based index of the event. */
  readonly record: number;
  readonly start: Position;
}

/** A key of the contract that an event was judged by. */
export interface ContractPlace extends Position {
  readonly path: string;
  /** Undefined where the text of the contract is not at hand. */
  readonly frame?: () => Frame;
}

/** A line of a text, or the part of it around a mark; values that must not be shown are masked. */
export interface Frame {
  readonly text: string;
  /** In `text`, and inside of it. */
  readonly mark: TextRange;
  /** Whether the line goes on. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** What would certainly mend a violation, as data; report/hint-text.ts has the wording. */
export interface Hint {
  readonly code: HintCode;
  /** What to write: JSON text for a value, otherwise a key. */
  readonly suggestion?: string;
  /** What it is about: a key of the event, or the name of a metric. */
  readonly about?: string;
}

type HintCode =
  /** An allowed value that is spelt nearly, or but for case and white space, like this one. */
  | 'nearest_value'
  | 'case_or_space'
  /** The event has an undeclared key `about`, which is spelt nearly like the missing one; and the other way round. */
  | 'misspelt_key'
  | 'missing_key'
  /** A number or a boolean in quotes; a string without; an integer written as a float. */
  | 'unquote'
  | 'quote'
  | 'whole_number'
  /** A timestamp in milliseconds where seconds are asked for; and the other way round. */
  | 'milliseconds'
  | 'seconds'
  /** A timestamp where a calendar date is asked for. */
  | 'date_only'
  /** A metric, or a completeness rule, asks for a field that is itself optional. */
  | 'metric_requires'
  | 'completeness_requires'
  /** A null for an optional field of a contract without `null_as_absent`. */
  | 'null_as_absent'
  /** A number that is too large for an integer. */
  | 'beyond_integer'
  /** Of a text that cannot be read. */
  | SyntaxHint['code'];
