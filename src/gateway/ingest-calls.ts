import { ContractGateError } from '../sdk/errors.ts';
import { isSuccess, rateLimitOf, shaped } from './call.ts';
import type { Answer, Call, CallBody, Pieces } from './call.ts';
import { writeJson } from './json.ts';
import type { BulkIngestResponse, BulkIngestResult, IngestResponse, PlaygroundResponse } from './models.ts';
import { path } from './path.ts';
import { isRecord, mismatch } from './shape.ts';
import type { Shape } from './shape.ts';

/** Events as JavaScript values, or as JSON text that is sent as it is, with its numbers. */
export type Events =
  | {
      /** An event, several, or an envelope. A bigint is sent as an integer. */
      readonly events: unknown;
    }
  | {
      /** The same as JSON text or its UTF-8 bytes. */
      readonly json: string | Uint8Array;
    };

interface IngestSettings {
  readonly contractId: string;
  /** A version to judge by; by default the contract's latest stable one. */
  readonly version?: string | undefined;
  /** Judge, and store nothing. */
  readonly dryRun?: boolean | undefined;
  /** Store all events or none. */
  readonly atomic?: boolean | undefined;
}

export type IngestOptions = IngestSettings & Events;

export type BulkIngestOptions = IngestSettings & {
  /** At most 255 bytes. The gateway answers the same key and body as it did the first time, and stores nothing again. */
  readonly idempotencyKey?: string | undefined;
} & (
    | Events
    | {
        /** NDJSON as it is: a text, its bytes, or pieces of either, such as a file's stream. */
        readonly ndjson: string | Uint8Array | Pieces;
      }
    | {
        /** Events one by one, sent as lines of NDJSON while they come, and asked for no faster than the gateway reads. */
        readonly stream: Iterable<unknown> | AsyncIterable<unknown>;
      }
  );

export interface PlaygroundOptions {
  /** The contract's text. */
  readonly yamlContent: string;
  readonly event?: unknown;
  /** The event as JSON text that is sent as it is, with its numbers. */
  readonly eventJson?: string | undefined;
}

const violation: Shape = { field: 'string', kind: 'string', message: 'string' };
const verdict: Shape = { passed: 'boolean', violations: [violation] };
const batch: Shape = { total: 'number', passed: 'number', failed: 'number', results: [verdict] };
const envelope: Shape = { passed: 'number', quarantined: 'number', violations: [violation] };

const json = { 'content-type': 'application/json' };
const ndjson = { 'content-type': 'application/x-ndjson' };

/** `POST /ingest/{contract_id}` */
export function ingestCall({ contractId, version, dryRun, atomic, ...events }: IngestOptions): Call<IngestResponse> {
  return {
    method: 'POST',
    path: path(['ingest', contractId], { dry_run: dryRun, atomic }),
    headers: { ...json, ...(version !== undefined && { 'x-contract-version': version }) },
    body: eventsBody(events),
    read: readIngest,
  };
}

/** `POST /v1/ingest/{contract_id}` */
export function bulkIngestCall(options: BulkIngestOptions): Call<BulkIngestResult> {
  const { contractId, version, dryRun, atomic, idempotencyKey } = options;
  const isNdjson = 'ndjson' in options || 'stream' in options;
  return {
    method: 'POST',
    path: path(['v1', 'ingest', contractId], { version, dry_run: dryRun, atomic }),
    headers: {
      ...(isNdjson ? ndjson : json),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    body: bulkBody(options),
    read: readBulk,
  };
}

/** `POST /playground/validate` */
export function playgroundCall({ yamlContent, event, eventJson }: PlaygroundOptions): Call<PlaygroundResponse> {
  const text = eventJson === undefined ? writeJson(event) : oneValue(eventJson);
  return {
    method: 'POST',
    path: path(['playground', 'validate']),
    headers: json,
    body: `{"yaml_content":${JSON.stringify(yamlContent)},"event":${text}}`,
    read: shaped(verdict),
  };
}

/** A text that is set into another has to be one value, or it would say something else there. */
function oneValue(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    throw new ContractGateError('eventJson is not JSON');
  }
  return text;
}

function eventsBody(events: Events): string | Uint8Array {
  return 'json' in events && events.json !== undefined
    ? events.json
    : writeJson((events as { readonly events: unknown }).events);
}

function bulkBody(options: BulkIngestOptions): CallBody {
  if ('ndjson' in options) return options.ndjson;
  return 'stream' in options ? lines(options.stream) : eventsBody(options);
}

function lines(events: Iterable<unknown> | AsyncIterable<unknown>): Pieces {
  return Symbol.asyncIterator in events ? asyncLines(events) : syncLines(events);
}

function* syncLines(events: Iterable<unknown>): Generator<string> {
  for (const event of events) yield `${writeJson(event)}\n`;
}

async function* asyncLines(events: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const event of events) yield `${writeJson(event)}\n`;
}

/** A 422 that has a result for each event is an answer like 200 and 207; of a deprecated version it is a refusal. */
function readIngest({ status, body }: Answer): ReturnType<Call<IngestResponse>['read']> {
  const isBatch = isRecord(body) && 'results' in body;
  if (!isSuccess(status) && !(status === 422 && isBatch)) return undefined;
  const isEnvelope = !isBatch && isRecord(body) && 'quarantined' in body;
  return mismatch(body, isEnvelope ? envelope : batch) ?? { result: body as IngestResponse };
}

function readBulk(answer: Answer): ReturnType<Call<BulkIngestResult>['read']> {
  const read = readIngest(answer);
  if (read === undefined || typeof read === 'string') return read;
  const { status, headers } = answer;
  return {
    result: {
      response: read.result as unknown as BulkIngestResponse,
      status,
      rateLimit: rateLimitOf(headers),
      idempotencyReplay: headers['x-idempotency-replay'] === 'true',
    },
  };
}
