import { nearest } from '../nearest.ts';
import { ContractGateError } from '../sdk/errors.ts';
import type { BulkIngestOptions, IngestOptions, PlaygroundOptions } from './ingest-calls.ts';
import type { AsyncClientOptions, BlockingCallOptions, CallOptions, ClientOptions } from './options.ts';
import type { PageOptions, ReplayOptions } from './read-calls.ts';

/** Every name that an object of options may have, so that the compiler misses one that is left out here. */
type Names<Options> = { readonly [Name in KeyOf<Options>]: true };
type KeyOf<Options> = Options extends unknown ? keyof Options : never;

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

const ofCalls = {
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
} as const;

export type CallName = keyof typeof ofCalls;

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
 * A name that is misspelt would be passed over in silence, and `dry_run` store events.
 * @throws {ContractGateError} for a name that no option has
 */
export function checkCallOptions(kind: 'Client' | 'AsyncClient', call: CallName, options: unknown): void {
  check(`${kind}.${call}`, options, { ...ofCalls[call], ...(kind === 'Client' ? everyBlockingCall : everyCall) });
}

function check(what: string, options: unknown, names: Readonly<Record<string, true>>): void {
  if (typeof options !== 'object' || options === null) {
    throw new ContractGateError(`${what} takes an object of options`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(names, name)) continue;
    const near = nearest(name, Object.keys(names));
    const hint = near === undefined ? `the options are ${Object.keys(names).join(', ')}` : `did you mean ${near}?`;
    throw new ContractGateError(`${what} has no option ${name}; ${hint}`);
  }
}
