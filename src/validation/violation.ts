import type { FieldType, KeyRange } from '../contract/contract.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';

/** The gateway's kinds (`ViolationKind` in its src/validation.rs); it never emits `unknown_field`. */
export type ViolationKind =
  | 'missing_required_field'
  | 'type_mismatch'
  | 'pattern_mismatch'
  | 'enum_violation'
  | 'range_violation'
  | 'length_violation'
  | 'metric_range_violation'
  | 'unknown_field'
  | 'undeclared_field'
  | 'leakage_violation'
  | 'completeness_violation'
  | 'freshness_violation'
  | 'uniqueness_violation';

/** A rule that an event breaks, as the gateway reports it. */
export interface Violation {
  /** Dotted path with array indices, `order.lines[0].sku`; `<root>` for the event itself. */
  readonly field: string;
  readonly kind: ViolationKind;
  /** The gateway's sentence, byte for byte. */
  readonly message: string;
}

/** The verdict on one event (`ValidationResult` in the gateway's src/validation.rs). */
export interface ValidationResult {
  readonly passed: boolean;
  /** In the gateway's order; empty when `passed`. */
  readonly violations: readonly Violation[];
  /**
   * Whole microseconds, so 0 for most events. Measured for each of a contract's first 64 events and for every 64th after
   * them; those between carry the last reading, since the clock is slower than a verdict.
   */
  readonly validationUs: number;
}

/** The verdict on the records inside an envelope (`validate_envelope_batch`). */
export interface BatchValidationResult {
  readonly passed: number;
  readonly quarantined: number;
  /** `recordIndex` is 0-based; 0 also for what is wrong with the wrapper. */
  readonly violations: readonly (Violation & { readonly recordIndex: number })[];
  /** Whole microseconds, for the whole payload. */
  readonly validationUs: number;
}

/** A violation as data, before wording: which rule, where, and what the sentence needs. */
export type Breach = Place & Fault & { readonly at: KeyRange | undefined };

/** Where a rule looks, as the gateway spells it and as a path. Below an array both are relative to the item. */
export interface Place {
  readonly field: string;
  readonly path: JsonPath;
}

type Fault =
  | { readonly rule: 'root' }
  | { readonly rule: 'required'; readonly name: string }
  | { readonly rule: 'type'; readonly expected: FieldType; readonly value: JsonValue }
  | { readonly rule: 'min_length' | 'max_length'; readonly length: NumberOrMask; readonly limit: number | bigint }
  | { readonly rule: 'pattern' | 'date'; readonly value: string }
  | { readonly rule: 'min' | 'max'; readonly value: NumberOrMask; readonly limit: number }
  | { readonly rule: 'enum'; readonly value: JsonValue; readonly allowed: readonly JsonValue[] }
  | { readonly rule: 'metric'; readonly metric: string }
  | {
      readonly rule: 'metric_min' | 'metric_max';
      readonly metric: string;
      readonly value: NumberOrMask;
      readonly limit: number;
    }
  | { readonly rule: 'absent' | 'empty' | 'timestamp' }
  | { readonly rule: 'age'; readonly age: bigint; readonly limit: number | bigint }
  | { readonly rule: 'unique'; readonly value: JsonValue; readonly first: number | undefined }
  | { readonly rule: 'undeclared' }
  | { readonly rule: 'wrapper'; readonly problem: WrapperProblem; readonly value: JsonValue };

/** A number, or the text that stands for one that must not be shown. */
type NumberOrMask = number | string;

/** What can be wrong with an envelope's own keys. */
export type WrapperProblem =
  | 'payload'
  | 'success_missing'
  | 'success_type'
  | 'pagination_type'
  | 'pagination_missing'
  | 'pagination_number'
  | 'has_more_type'
  | 'records_missing'
  | 'records_type';
