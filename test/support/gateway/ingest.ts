import { randomUUID, createHash } from 'node:crypto';
import { readJson } from '../../../src/event/read-json.ts';
import type { JsonValue } from '../../../src/json-value.ts';
import type { Validator } from '../../../src/validation/compile-contract.ts';
import { jsonText } from '../../../src/validation/json-text.ts';
import { violationOf } from '../../../src/validation/message.ts';
import { Raw, json, plain, refusal } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import { compile, epoch, latestStable } from './contracts.ts';
import type { GatewayState, StoredContract } from './contracts.ts';
import { judge, judgeEnvelope } from './judge.ts';
import type { Judged } from './judge.ts';

const mostEvents = 1000;
const mostEventBytes = 2 ** 20;
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What ingests leave behind. */
export interface Stored {
  readonly audit: object[];
  readonly quarantine: object[];
  readonly idempotency: Map<string, { readonly hash: string; readonly answer: Answer }>;
  bulkRequests: number;
}

interface Batch {
  readonly contract: StoredContract;
  readonly version: string;
  readonly source: string;
  readonly isBulk: boolean;
  readonly query: URLSearchParams;
}

/** `POST /ingest/{id}[@version]`: header, then path, then the latest stable version. */
export function ingest(state: GatewayState, stored: Stored, { url, headers, body }: Asked, rawId: string): Answer {
  const [id = '', suffix] = rawId.split('@', 2);
  if (!uuid.test(id)) return refusal(400, `Invalid request: invalid contract_id: ${id}`);
  if (!/^application\/(.*\+)?json/.test(String(headers['content-type']))) {
    return plain(415, 'Expected request with `Content-Type: application/json`');
  }
  const parsed = readJson(body.toString('utf8'));
  if (!parsed.ok) return plain(400, `Failed to parse the request body as JSON: ${parsed.message}`);
  const events = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const wrong = wrongBatch(events);
  if (wrong !== undefined) return wrong;
  const contract = state.contracts.find((one) => one.id === id);
  if (contract === undefined) return refusal(404, `Contract not found: ${id}`);
  const pin = headers['x-contract-version'];
  const [wanted, source] = typeof pin === 'string' ? [pin, 'header'] : suffix ? [suffix, 'path'] : [undefined, ''];
  const version = wanted ?? latestStable(contract)?.version;
  if (version === undefined) return refusal(409, `No stable version for contract ${id}`);
  const batch = { contract, version, source: source || 'default_stable', isBulk: false, query: url.searchParams };
  const validator = validatorOf(batch);
  if (!('check' in validator)) return validator;
  const envelope = judgeEnvelope(validator, parsed.value);
  return envelope === undefined ? judgeBatch(stored, batch, validator, events) : json(200, envelope);
}

/** `POST /v1/ingest/{id}`, in the order of the gateway's src/v1_ingest.rs. */
export function bulkIngest(state: GatewayState, stored: Stored, { url, headers, body }: Asked, id: string): Answer {
  if (!uuid.test(id)) return refusal(400, `Invalid request: invalid contract_id: ${id}`);
  const limit = state.rateLimit ?? 1000;
  const remaining = limit - ++stored.bulkRequests;
  const rate = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, remaining)),
    'x-ratelimit-reset': '1767323045',
  };
  if (remaining < 0) {
    const detail = `Rate limit of ${limit} req/sec exceeded. Retry after 1500ms.`;
    return json(429, { error: 'rate_limit_exceeded', detail, retry_after_ms: 1500 }, rate);
  }
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && key.length > 255) {
    return refusal(400, 'Invalid request: Idempotency-Key must be ≤ 255 characters');
  }
  const hash = createHash('sha256').update(body).digest('hex');
  const known = typeof key === 'string' ? stored.idempotency.get(key) : undefined;
  if (known !== undefined && known.hash !== hash) {
    const detail = 'A different request body was already submitted with this Idempotency-Key.';
    return json(422, { error: 'idempotency_conflict', detail });
  }
  if (known !== undefined) {
    return { ...known.answer, headers: { ...known.answer.headers, ...rate, 'x-idempotency-replay': 'true' } };
  }
  const isNdjson = String(headers['content-type']).includes('application/x-ndjson');
  const texts = isNdjson ? body.toString('utf8').split('\n') : [body.toString('utf8')];
  const events: JsonValue[] = [];
  for (const [index, text] of texts.entries()) {
    if (isNdjson && /^\r?$/.test(text)) continue;
    const parsed = readJson(text);
    if (!parsed.ok) {
      const at = isNdjson ? `NDJSON parse error at line ${index}` : 'JSON parse error';
      return refusal(400, `Invalid request: ${at}: ${parsed.message}`);
    }
    if (!isNdjson && Array.isArray(parsed.value)) events.push(...parsed.value);
    else events.push(parsed.value);
  }
  const large = events.findIndex((event) => Buffer.byteLength(jsonText(event)) > mostEventBytes);
  if (large !== -1) return refusal(413, `Event at index ${large} exceeds the 1 MB per-event limit`);
  const wrong = wrongBatch(events);
  if (wrong !== undefined) return wrong;
  const contract = state.contracts.find((one) => one.id === id);
  if (contract === undefined) return refusal(404, `Contract not found: ${id}`);
  const wanted = url.searchParams.get('version');
  const version = wanted ?? latestStable(contract)?.version;
  if (version === undefined) return refusal(409, `No stable version for contract ${id}`);
  const source = wanted === null ? 'default_stable' : 'query_param';
  const batch = { contract, version, source, isBulk: true, query: url.searchParams };
  const validator = validatorOf(batch);
  if (!('check' in validator)) return validator;
  const answer = judgeBatch(stored, batch, validator, events);
  if (typeof key === 'string' && url.searchParams.get('dry_run') !== 'true')
    stored.idempotency.set(key, { hash, answer });
  return { ...answer, headers: { ...answer.headers, ...rate } };
}

function wrongBatch(events: readonly JsonValue[]): Answer | undefined {
  if (events.length === 0) return refusal(400, 'Invalid request: Empty event batch');
  if (events.length <= mostEvents) return undefined;
  return refusal(400, `Invalid request: Batch too large: ${events.length} events submitted, maximum is ${mostEvents}`);
}

function validatorOf({ contract, version }: Batch): Validator | Answer {
  const stored = contract.versions.find((one) => one.version === version);
  if (stored === undefined) return refusal(404, `Version ${version} not found for contract ${contract.id}`);
  const compiled = compile(stored.yaml);
  return 'check' in compiled ? compiled : refusal(422, compiled.message);
}

function judgeBatch(stored: Stored, batch: Batch, validator: Validator, events: readonly JsonValue[]): Answer {
  const { contract, version, query, isBulk } = batch;
  const isDry = query.get('dry_run') === 'true';
  const isAtomic = query.get('atomic') === 'true';
  const isDeprecated = contract.versions.find((one) => one.version === version)?.state === 'deprecated';
  const unique = validator.trackUniqueness();
  const results = events.map((event) => {
    const first = judge(validator, version, event);
    const judged = first.passed || batch.source !== 'default_stable' ? first : (otherStable(batch, event) ?? first);
    const repeated = unique?.check(event).map(violationOf) ?? [];
    judged.violations.push(...repeated);
    judged.passed &&= repeated.length === 0 && !isDeprecated;
    return judged;
  });
  const failed = results.filter(({ passed }) => !passed).length;
  const isRejected = isAtomic && failed > 0;
  const body = {
    total: events.length,
    passed: events.length - failed,
    failed,
    dry_run: isDry,
    atomic: isAtomic,
    resolved_version: version,
    version_pin_source: isDeprecated ? 'pinned_deprecated' : batch.source,
    results: results.map((result, index) => ({
      ...(isBulk && { index, quarantine_id: result.passed ? null : randomUUID() }),
      ...result,
      forwarded: result.passed && !isDry && !isRejected,
    })),
  };
  if (!isDry && !isRejected) store(stored, contract.id, events, results);
  if (isDeprecated) {
    const error = `version ${version} of contract ${contract.id} is deprecated; the batch was quarantined`;
    return json(422, { error, status: 422, batch: body });
  }
  return json(failed === 0 ? 200 : failed === events.length || isRejected ? 422 : 207, body);
}

/** `multi_stable_resolution: fallback` */
function otherStable({ contract, version }: Batch, event: JsonValue): Judged | undefined {
  if (contract.resolution !== 'fallback') return undefined;
  const others = contract.versions.filter((one) => one.state === 'stable' && one.version !== version);
  for (const other of others.toReversed()) {
    const validator = compile(other.yaml);
    const judged = 'check' in validator ? judge(validator, other.version, event) : undefined;
    if (judged?.passed) return judged;
  }
  return undefined;
}

function store(
  { audit, quarantine }: Stored,
  contractId: string,
  events: readonly JsonValue[],
  results: Judged[],
): void {
  for (const [index, { passed, violations, contract_version }] of results.entries()) {
    const row = {
      id: randomUUID(),
      contract_id: contractId,
      contract_version,
      violation_count: violations.length,
      violation_details: violations,
      raw_event: new Raw(jsonText(events[index] ?? null)),
      source_ip: null,
    };
    audit.unshift({ ...row, passed, validation_us: 12, created_at: epoch });
    const replay = { replay_count: 0, last_replayed_at: null, last_replay_passed: null };
    if (!passed) quarantine.unshift({ ...row, quarantined_at: epoch, ...replay });
  }
}
