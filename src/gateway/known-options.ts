import { optionFault } from '../option-names.ts';
import type { Names } from '../option-names.ts';
import { ContractGateError } from '../sdk/errors.ts';
import type { BulkIngestOptions, IngestOptions, PlaygroundOptions } from './ingest-calls.ts';
import type { AsyncClientOptions, BlockingCallOptions, CallOptions, ClientOptions } from './options.ts';
import type { PageOptions, ReplayOptions } from './read-calls.ts';

const ingest: Names<IngestOptions> = {
  contractId: true,
  events: true,
  json: true,
  version: true,
  dryRun: true,
  atomic: true,
};
const bulkIngest: Names<BulkIngestOptions> = { ...ingest, ndjson: true, stream: true, idempotencyKey: true };
const page: Names<PageOptions> = { contractId: true, limit: true, offset: true };
const replay: Names<ReplayOptions> = { eventIds: true, version: true, contractId: true };
const playground: Names<PlaygroundOptions> = { yamlContent: true, event: true, eventJson: true };

export type CallName =
  | 'ingest'
  | 'bulkIngest'
  | 'audit'
  | 'quarantine'
  | 'replayQuarantined'
  | 'replayHistory'
  | 'stats'
  | 'listContracts'
  | 'getContract'
  | 'listVersions'
  | 'getVersion'
  | 'getLatestStable'
  | 'playgroundValidate';

const ofCalls: Readonly<Record<CallName, Readonly<Record<string, true>>>> = {
  ingest,
  bulkIngest,
  audit: page,
  quarantine: page,
  replayQuarantined: replay,
  replayHistory: { limit: true },
  stats: {},
  listContracts: {},
  getContract: {},
  listVersions: {},
  getVersion: {},
  getLatestStable: {},
  playgroundValidate: playground,
};

const everyBlockingCall: Names<BlockingCallOptions> = { timeoutMs: true };
const everyCall: Names<CallOptions> = { ...everyBlockingCall, signal: true };
const client: Names<ClientOptions> = {
  baseUrl: true,
  apiKey: true,
  orgId: true,
  timeoutMs: true,
  maxResponseBytes: true,
};
const asyncClient: Names<AsyncClientOptions> = { ...client, fetch: true, maxConnections: true };

/** @throws {ContractGateError} as `checkCallOptions` does */
export function checkClientOptions(kind: 'Client' | 'AsyncClient', options: unknown): void {
  check(kind, options, kind === 'Client' ? client : asyncClient);
}

/**
 * Of a name that is passed over, `dry_run` would store events.
 * @throws {ContractGateError} for a name that no option has
 */
export function checkCallOptions(kind: 'Client' | 'AsyncClient', call: CallName, options: unknown): void {
  check(`${kind}.${call}`, options, { ...ofCalls[call], ...(kind === 'Client' ? everyBlockingCall : everyCall) });
}

function check(what: string, options: unknown, names: Readonly<Record<string, true>>): void {
  const fault = optionFault(what, options, names);
  if (fault !== undefined) throw new ContractGateError(fault);
}
