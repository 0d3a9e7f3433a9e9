import type { ViolationKind as LocalKind } from '../validation/violation.ts';

/**
 * What the gateway answers, with the names of the wire. Every object may have keys that are not named here: they are kept.
 * Integers beyond 2^53, which only events can hold, come as bigint.
 */

/** A kind of violation: one that we know, or one that a newer gateway adds. */
export type WireViolationKind = LocalKind | (string & {});

/** A rule that an event breaks. */
export interface WireViolation {
  /** Dotted path with array indices, `order.lines[0].sku`; `<root>` for the event itself. */
  readonly field: string;
  readonly kind: WireViolationKind;
  readonly message: string;
}

/** The verdict on one event of a batch. */
export interface IngestEventResult {
  readonly passed: boolean;
  readonly violations: readonly WireViolation[];
  /** Microseconds. */
  readonly validation_us: number;
  readonly forwarded: boolean;
  /** The version that matched this event, which need not be the one that was asked for. */
  readonly contract_version: string;
  /** What was stored: the event after its PII transforms. */
  readonly transformed_event: unknown;
}

/** The answer to a batch of events: 200 all passed, 207 some, 422 none (or `atomic` and not all). */
export interface BatchIngestResponse {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly dry_run: boolean;
  readonly atomic: boolean;
  readonly resolved_version: string;
  readonly version_pin_source: 'header' | 'path' | 'default_stable' | 'pinned_deprecated' | (string & {});
  /** In the order of the events. */
  readonly results: readonly IngestEventResult[];
}

/** The answer where the contract has an `envelope`: counts of records. It has no `results`, and is a 200 also for failures. */
export interface EnvelopeIngestResponse {
  readonly passed: number;
  readonly quarantined: number;
  readonly violations: readonly (WireViolation & { readonly record_index: number })[];
  /** Microseconds. */
  readonly validation_us: number;
  /** Never there: `if (answer.results === undefined)` tells an envelope from a batch. */
  readonly results?: undefined;
  readonly total?: undefined;
  readonly failed?: undefined;
}

export type IngestResponse = BatchIngestResponse | EnvelopeIngestResponse;

/** The same of `/v1/ingest`. */
export interface BulkEventResult extends IngestEventResult {
  /** 0-based, in the batch that was sent. */
  readonly index: number;
  readonly quarantine_id: string | null;
}

/** The answer of `/v1/ingest`. */
export interface BulkIngestResponse extends Omit<BatchIngestResponse, 'results' | 'version_pin_source'> {
  readonly version_pin_source: 'query_param' | 'default_stable' | 'pinned_deprecated' | (string & {});
  readonly results: readonly BulkEventResult[];
}

/** `X-RateLimit-*`. */
export interface RateLimit {
  /** Requests a second. */
  readonly limit: number;
  readonly remaining: number;
  /** Unix seconds. */
  readonly reset: number;
}

/** The answer of `/v1/ingest` with what its headers say. */
export interface BulkIngestResult {
  readonly response: BulkIngestResponse;
  readonly status: number;
  readonly rateLimit: RateLimit | undefined;
  /** The gateway has seen this idempotency key before, and answers as it did then. */
  readonly idempotencyReplay: boolean;
}

export interface AuditEntry {
  readonly id: string;
  readonly contract_id: string;
  /** The version that matched, as it is. */
  readonly contract_version?: string | null;
  readonly passed: boolean;
  readonly violation_count: number;
  readonly violation_details: unknown;
  readonly raw_event: unknown;
  /** Microseconds. */
  readonly validation_us: number;
  readonly source_ip?: string | null;
  /** ISO 8601. */
  readonly created_at: string;
}

export interface QuarantinedEvent {
  readonly id: string;
  readonly contract_id: string;
  readonly contract_version: string | null;
  readonly raw_event: unknown;
  readonly violation_details: unknown;
  readonly violation_count: number;
  readonly source_ip: string | null;
  /** ISO 8601. */
  readonly quarantined_at: string;
  readonly replay_count: number;
  readonly last_replayed_at: string | null;
  readonly last_replay_passed: boolean | null;
}

export interface ReplayOutcome {
  readonly event_id: string;
  readonly version: string;
  readonly passed: boolean;
  readonly violations: readonly WireViolation[];
  /** ISO 8601. */
  readonly replayed_at: string;
}

export interface ReplayResponse {
  /** How many passed. */
  readonly replayed: number;
  readonly outcomes: readonly ReplayOutcome[];
}

export interface IngestionStats {
  readonly total_events: number;
  readonly passed_events: number;
  readonly failed_events: number;
  readonly pass_rate: number;
  /** Microseconds. */
  readonly avg_validation_us: number;
  readonly p50_validation_us: number;
  readonly p95_validation_us: number;
  readonly p99_validation_us: number;
}

/** What `GET /contracts` has of a contract. */
export interface ContractSummary {
  readonly id: string;
  readonly name: string;
  readonly multi_stable_resolution: 'strict' | 'fallback' | (string & {});
  readonly latest_stable_version: string | null;
  readonly version_count: number;
  readonly store_event_payloads?: boolean;
}

/** What `GET /contracts/{id}` has of a contract. */
export interface ContractResponse {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly multi_stable_resolution: 'strict' | 'fallback' | (string & {});
  /** ISO 8601. */
  readonly created_at: string;
  /** ISO 8601. */
  readonly updated_at: string;
  readonly version_count: number;
  readonly latest_stable_version: string | null;
}

export interface VersionSummary {
  readonly version: string;
  readonly state: 'draft' | 'stable' | 'deprecated' | (string & {});
  /** ISO 8601. */
  readonly created_at: string;
  readonly promoted_at?: string | null;
  readonly deprecated_at?: string | null;
  readonly import_source?: string | null;
  readonly requires_review?: boolean;
}

export interface VersionResponse extends VersionSummary {
  readonly id: string;
  readonly contract_id: string;
  /** The contract's text. */
  readonly yaml_content: string;
  readonly compliance_mode?: boolean;
  readonly egress_leakage_mode?: string;
}

/** The verdict of the playground, which stores nothing. */
export interface PlaygroundResponse {
  readonly passed: boolean;
  readonly violations: readonly WireViolation[];
  /** Microseconds. */
  readonly validation_us: number;
  readonly transformed_event?: unknown;
}
