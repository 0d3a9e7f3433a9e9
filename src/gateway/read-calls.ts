import { shaped } from './call.ts';
import type { Call } from './call.ts';
import { writeJson } from './json.ts';
import type {
  AuditEntry,
  ContractResponse,
  ContractSummary,
  IngestionStats,
  QuarantinedEvent,
  ReplayOutcome,
  ReplayResponse,
  VersionResponse,
  VersionSummary,
} from './models.ts';
import { path } from './path.ts';
import type { Shape } from './shape.ts';

/** Which part of a list: newest first. */
export interface PageOptions {
  readonly contractId?: string | undefined;
  /** At most 500 by the gateway. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface ReplayOptions {
  /** Ids of quarantined events. */
  readonly eventIds: readonly string[];
  /** A version to judge by; by default the contract's latest stable one. */
  readonly version?: string | undefined;
  /** All events have to be of this contract. */
  readonly contractId?: string | undefined;
}

const outcome: Shape = { event_id: 'string', passed: 'boolean' };

/** `GET /audit` */
export function auditCall({ contractId, limit = 50, offset = 0 }: PageOptions): Call<readonly AuditEntry[]> {
  return get(path(['audit'], { limit, offset, contract_id: contractId }), [{ id: 'string' }]);
}

/** `GET /quarantine` */
export function quarantineCall({
  contractId,
  limit = 100,
  offset = 0,
}: PageOptions): Call<readonly QuarantinedEvent[]> {
  return get(path(['quarantine'], { limit, offset, contract_id: contractId }), [{ id: 'string' }]);
}

/** `POST /quarantine/replay` */
export function replayCall({ eventIds, version, contractId }: ReplayOptions): Call<ReplayResponse> {
  return {
    method: 'POST',
    path: path(['quarantine', 'replay']),
    headers: { 'content-type': 'application/json' },
    body: writeJson({ event_ids: eventIds, version, contract_id: contractId }),
    read: shaped({ replayed: 'number', outcomes: [outcome] }),
  };
}

/** `GET /quarantine/replay-history` */
export function replayHistoryCall(eventId: string, limit: number = 100): Call<readonly ReplayOutcome[]> {
  return get(path(['quarantine', 'replay-history'], { event_id: eventId, limit }), [outcome]);
}

/** `GET /stats` */
export function statsCall(): Call<IngestionStats> {
  return get(path(['stats']), { total_events: 'number' });
}

/** `GET /contracts` */
export function listContractsCall(): Call<readonly ContractSummary[]> {
  return get(path(['contracts']), [{ id: 'string', name: 'string' }]);
}

/** `GET /contracts/{id}` */
export function getContractCall(contractId: string): Call<ContractResponse> {
  return get(path(['contracts', contractId]), { id: 'string', name: 'string' });
}

/** `GET /contracts/{id}/versions` */
export function listVersionsCall(contractId: string): Call<readonly VersionSummary[]> {
  return get(path(['contracts', contractId, 'versions']), [{ version: 'string', state: 'string' }]);
}

const version: Shape = { version: 'string', state: 'string', yaml_content: 'string' };

/** `GET /contracts/{id}/versions/{version}` */
export function getVersionCall(contractId: string, wanted: string): Call<VersionResponse> {
  return get(path(['contracts', contractId, 'versions', wanted]), version);
}

/** `GET /contracts/{id}/versions/latest-stable` */
export function getLatestStableCall(contractId: string): Call<VersionResponse> {
  return get(path(['contracts', contractId, 'versions', 'latest-stable']), version);
}

function get<Result>(url: string, shape: Shape): Call<Result> {
  return { method: 'GET', path: url, read: shaped(shape) };
}
