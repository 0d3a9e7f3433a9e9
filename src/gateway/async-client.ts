/// <reference lib="esnext.disposable" preserve="true" />
import type { Call } from './call.ts';
import { ConnectionError } from './errors.ts';
import { exchange } from './exchange.ts';
import type { Fetch } from './fetch.ts';
import { bulkIngestCall, ingestCall, playgroundCall } from './ingest-calls.ts';
import type { BulkIngestOptions, IngestOptions, PlaygroundOptions } from './ingest-calls.ts';
import { checkCallOptions, checkClientOptions } from './known-options.ts';
import type { CallName } from './known-options.ts';
import type * as models from './models.ts';
import type { AsyncClientOptions, CallOptions } from './options.ts';
import { PageWalk } from './pages.ts';
import { PiecedBody, isPieces } from './pieces.ts';
import * as reads from './read-calls.ts';
import type { PageOptions, ReplayOptions } from './read-calls.ts';
import { readOutcome } from './read-outcome.ts';
import { Settings, checkAmount } from './settings.ts';
import { Turnstile } from './turnstile.ts';

/**
 * A client for the gateway's HTTP API. Nothing is retried.
 *
 * Every call may throw a `ConnectionError`, where no answer came, or an `HTTPError`, where it is a refusal.
 */
export class AsyncClient {
  readonly #settings: Settings;
  readonly #fetch: Fetch | undefined;
  readonly #turnstile: Turnstile;
  readonly #running = new Set<AbortController>();
  #isClosed = false;

  /** @throws {ContractGateError} for an option that there is not, a base URL that is none, and a key that no header can carry. */
  constructor(options: AsyncClientOptions) {
    checkClientOptions('AsyncClient', options);
    this.#settings = new Settings(options);
    this.#fetch = options.fetch;
    this.#turnstile = new Turnstile(checkAmount('maxConnections', options.maxConnections ?? 100));
  }

  /** Judges events, and stores them. Events that violate are no error, even where all of them do: see `results`. */
  ingest(options: IngestOptions & CallOptions): Promise<models.IngestResponse> {
    return this.#send('ingest', options, () => ingestCall(options));
  }

  /** The same by `/v1/ingest`: up to 10 MB, NDJSON, idempotency keys. It does not open envelopes. */
  bulkIngest(options: BulkIngestOptions & CallOptions): Promise<models.BulkIngestResult> {
    return this.#send('bulkIngest', options, () => bulkIngestCall(options));
  }

  /** A page of the audit log, newest first; 50 entries by default. */
  audit(options: PageOptions & CallOptions = {}): Promise<readonly models.AuditEntry[]> {
    return this.#send('audit', options, () => reads.auditCall(options));
  }

  /** The whole audit log, page by page. `limit` is the size of a page. */
  auditEntries(options: PageOptions & CallOptions = {}): AsyncGenerator<models.AuditEntry, void, undefined> {
    return everyEntry(options, (page) => this.audit(page));
  }

  /** A page of the quarantine, newest first; 100 events by default. */
  quarantine(options: PageOptions & CallOptions = {}): Promise<readonly models.QuarantinedEvent[]> {
    return this.#send('quarantine', options, () => reads.quarantineCall(options));
  }

  /** The whole quarantine, page by page. `limit` is the size of a page. */
  quarantinedEvents(options: PageOptions & CallOptions = {}): AsyncGenerator<models.QuarantinedEvent, void, undefined> {
    return everyEntry(options, (page) => this.quarantine(page));
  }

  /** Judges quarantined events anew, and stores those that pass. */
  replayQuarantined(options: ReplayOptions & CallOptions): Promise<models.ReplayResponse> {
    return this.#send('replayQuarantined', options, () => reads.replayCall(options));
  }

  /** The attempts to replay a quarantined event; 100 by default. */
  replayHistory(
    eventId: string,
    options: CallOptions & { readonly limit?: number } = {},
  ): Promise<readonly models.ReplayOutcome[]> {
    return this.#send('replayHistory', options, () => reads.replayHistoryCall(eventId, options.limit));
  }

  /** Counts over all contracts of the organisation. */
  stats(options: CallOptions = {}): Promise<models.IngestionStats> {
    return this.#send('stats', options, reads.statsCall);
  }

  listContracts(options: CallOptions = {}): Promise<readonly models.ContractSummary[]> {
    return this.#send('listContracts', options, reads.listContractsCall);
  }

  getContract(contractId: string, options: CallOptions = {}): Promise<models.ContractResponse> {
    return this.#send('getContract', options, () => reads.getContractCall(contractId));
  }

  listVersions(contractId: string, options: CallOptions = {}): Promise<readonly models.VersionSummary[]> {
    return this.#send('listVersions', options, () => reads.listVersionsCall(contractId));
  }

  getVersion(contractId: string, version: string, options: CallOptions = {}): Promise<models.VersionResponse> {
    return this.#send('getVersion', options, () => reads.getVersionCall(contractId, version));
  }

  /** The version that events are judged by where none is asked for. */
  getLatestStable(contractId: string, options: CallOptions = {}): Promise<models.VersionResponse> {
    return this.#send('getLatestStable', options, () => reads.getLatestStableCall(contractId));
  }

  /** Judges an event by a contract's text. Nothing is stored. */
  playgroundValidate(options: PlaygroundOptions & CallOptions): Promise<models.PlaygroundResponse> {
    return this.#send('playgroundValidate', options, () => playgroundCall(options));
  }

  /** Ends what is under way. Later calls throw. */
  close(): Promise<void> {
    this.#isClosed = true;
    for (const controller of this.#running) controller.abort(closed());
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** `async`, so that whatever is wrong with a call is a rejection. */
  async #send<Result>(name: CallName, options: CallOptions, makeCall: () => Call<Result>): Promise<Result> {
    if (this.#isClosed) throw closed();
    checkCallOptions('AsyncClient', name, options);
    const { timeoutMs, signal } = options;
    const call = makeCall();
    const request = this.#settings.request(call, timeoutMs);
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal?.reason);
    if (signal?.aborted) throw signal.reason;
    signal?.addEventListener('abort', abort, { once: true });
    this.#running.add(controller);
    const pieces = isPieces(call.body) ? new PiecedBody(call.body) : undefined;
    try {
      const means = { fetch: this.#fetch ?? globalThis.fetch, controller, stream: pieces?.stream };
      const outcome = await this.#turnstile.pass(() => exchange(request, means), controller.signal);
      if (outcome.kind === 'failure' && pieces?.failure !== undefined) throw pieces.failure.error;
      return readOutcome(outcome, call, this.#settings);
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#running.delete(controller);
      pieces?.stop();
    }
  }
}

function closed(): ConnectionError {
  return new ConnectionError('the client is closed', 'CLOSED');
}

async function* everyEntry<Entry extends { readonly id: string }>(
  options: PageOptions & CallOptions,
  read: (page: PageOptions & CallOptions) => Promise<readonly Entry[]>,
): AsyncGenerator<Entry, void, undefined> {
  const walk = new PageWalk<Entry>(options);
  for (let page = walk.next; page !== undefined; page = walk.next)
    yield* walk.fresh(await read({ ...options, ...page }));
}
