/// <reference lib="esnext.disposable" preserve="true" />
import type { Call } from '../gateway/call.ts';
import { ConnectionError } from '../gateway/errors.ts';
import { bulkIngestCall, ingestCall, playgroundCall } from '../gateway/ingest-calls.ts';
import type { BulkIngestOptions, IngestOptions, PlaygroundOptions } from '../gateway/ingest-calls.ts';
import { checkCallOptions, checkClientOptions } from '../gateway/known-options.ts';
import type { CallName } from '../gateway/known-options.ts';
import type * as models from '../gateway/models.ts';
import type { BlockingCallOptions, ClientOptions } from '../gateway/options.ts';
import { PageWalk } from '../gateway/pages.ts';
import { isPieces } from '../gateway/pieces.ts';
import * as reads from '../gateway/read-calls.ts';
import type { PageOptions, ReplayOptions } from '../gateway/read-calls.ts';
import { readOutcome } from '../gateway/read-outcome.ts';
import { Settings } from '../gateway/settings.ts';
import { blockingExchange } from './blocking-exchange.ts';
import { gather } from './gather.ts';

/**
 * The same client for scripts, a REPL and tests: each call blocks the thread until its answer has come, the event loop with
 * it, so never use it in a server. Nothing is retried.
 *
 * Every call may throw a `ConnectionError`, where no answer came, or an `HTTPError`, where it is a refusal.
 */
export class Client {
  readonly #settings: Settings;
  #isClosed = false;

  /** @throws {ContractGateError} for an option that there is not, a base URL that is none, and a key that no header can carry. */
  constructor(options: ClientOptions) {
    checkClientOptions('Client', options);
    this.#settings = new Settings(options);
  }

  /** As `AsyncClient.ingest`. */
  ingest(options: IngestOptions & BlockingCallOptions): models.IngestResponse {
    return this.#send('ingest', options, () => ingestCall(options));
  }

  /** As `AsyncClient.bulkIngest`; what comes in pieces is gathered first, and has to be there already. */
  bulkIngest(options: BulkIngestOptions & BlockingCallOptions): models.BulkIngestResult {
    return this.#send('bulkIngest', options, () => bulkIngestCall(options));
  }

  /** As `AsyncClient.audit`. */
  audit(options: PageOptions & BlockingCallOptions = {}): readonly models.AuditEntry[] {
    return this.#send('audit', options, () => reads.auditCall(options));
  }

  /** As `AsyncClient.auditEntries`. */
  auditEntries(options: PageOptions & BlockingCallOptions = {}): Generator<models.AuditEntry, void, undefined> {
    return everyEntry(options, (page) => this.audit(page));
  }

  /** As `AsyncClient.quarantine`. */
  quarantine(options: PageOptions & BlockingCallOptions = {}): readonly models.QuarantinedEvent[] {
    return this.#send('quarantine', options, () => reads.quarantineCall(options));
  }

  /** As `AsyncClient.quarantinedEvents`. */
  quarantinedEvents(
    options: PageOptions & BlockingCallOptions = {},
  ): Generator<models.QuarantinedEvent, void, undefined> {
    return everyEntry(options, (page) => this.quarantine(page));
  }

  /** As `AsyncClient.replayQuarantined`. */
  replayQuarantined(options: ReplayOptions & BlockingCallOptions): models.ReplayResponse {
    return this.#send('replayQuarantined', options, () => reads.replayCall(options));
  }

  /** As `AsyncClient.replayHistory`. */
  replayHistory(
    eventId: string,
    options: BlockingCallOptions & { readonly limit?: number } = {},
  ): readonly models.ReplayOutcome[] {
    return this.#send('replayHistory', options, () => reads.replayHistoryCall(eventId, options.limit));
  }

  /** As `AsyncClient.stats`. */
  stats(options: BlockingCallOptions = {}): models.IngestionStats {
    return this.#send('stats', options, () => reads.statsCall());
  }

  /** As `AsyncClient.listContracts`. */
  listContracts(options: BlockingCallOptions = {}): readonly models.ContractSummary[] {
    return this.#send('listContracts', options, () => reads.listContractsCall());
  }

  /** As `AsyncClient.getContract`. */
  getContract(contractId: string, options: BlockingCallOptions = {}): models.ContractResponse {
    return this.#send('getContract', options, () => reads.getContractCall(contractId));
  }

  /** As `AsyncClient.listVersions`. */
  listVersions(contractId: string, options: BlockingCallOptions = {}): readonly models.VersionSummary[] {
    return this.#send('listVersions', options, () => reads.listVersionsCall(contractId));
  }

  /** As `AsyncClient.getVersion`. */
  getVersion(contractId: string, version: string, options: BlockingCallOptions = {}): models.VersionResponse {
    return this.#send('getVersion', options, () => reads.getVersionCall(contractId, version));
  }

  /** As `AsyncClient.getLatestStable`. */
  getLatestStable(contractId: string, options: BlockingCallOptions = {}): models.VersionResponse {
    return this.#send('getLatestStable', options, () => reads.getLatestStableCall(contractId));
  }

  /** As `AsyncClient.playgroundValidate`. */
  playgroundValidate(options: PlaygroundOptions & BlockingCallOptions): models.PlaygroundResponse {
    return this.#send('playgroundValidate', options, () => playgroundCall(options));
  }

  /** Later calls throw. */
  close(): void {
    this.#isClosed = true;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #send<Result>(name: CallName, options: BlockingCallOptions, makeCall: () => Call<Result>): Result {
    if (this.#isClosed) throw new ConnectionError('the client is closed', 'CLOSED');
    checkCallOptions('Client', name, options);
    const call = makeCall();
    const whole = isPieces(call.body) ? { ...call, body: gather(call.body) } : call;
    return readOutcome(blockingExchange(this.#settings.request(whole, options.timeoutMs)), call, this.#settings);
  }
}

function* everyEntry<Entry extends { readonly id: string }>(
  options: PageOptions & BlockingCallOptions,
  read: (page: PageOptions & BlockingCallOptions) => readonly Entry[],
): Generator<Entry, void, undefined> {
  const walk = new PageWalk<Entry>(options);
  for (let page = walk.next; page !== undefined; page = walk.next) yield* walk.fresh(read({ ...options, ...page }));
}
