import type { JsonPath, Position } from '../json-value.ts';
import type { Problem } from '../problem.ts';
import type { ViolationKind } from '../validation/violation.ts';

/** Everything that a run found. Reporters turn it into text; nothing in it is worded for one of them. */
export interface Report {
  /** `index`, `worktree`, or the revision as the user wrote it. */
  readonly snapshot: string;
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
  readonly violations: readonly FoundViolation[];
  /** Why a fixture that was not itself changed is checked. */
  readonly because?: string;
  /** With `resolution: fallback`: how many events each contract version let pass, as it is. */
  readonly matched?: readonly { readonly contract: string; readonly version: string; readonly events: number }[];
  /** The places of some of `violations`, in their order. Done on demand, since it reads the fixture's text once more. */
  readonly locate: (violations: readonly FoundViolation[]) => readonly ViolationPlace[];
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

/** Where a violation stands. Lines and columns are 1-based, columns in UTF-16 units. */
export interface ViolationPlace {
  readonly start: Position;
  readonly end: Position;
  /** The path of the value in the JSON document: the file, or its line in NDJSON. */
  readonly path: JsonPath;
  /** The key in the contract that says so. */
  readonly contract?: Position;
  /** The text around it; absent where there is none to show. */
  readonly frame?: Frame;
  /** The text of the contract, for a second frame. */
  readonly contractText?: string;
}

/** Text with the 1-based line of the file on which it begins; values that must not be shown are masked. */
export interface Frame {
  readonly text: string;
  readonly line: number;
}
