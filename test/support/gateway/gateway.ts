import { readJson } from '../../../src/event/read-json.ts';
import type { JsonObject } from '../../../src/json-value.ts';
import { json, plain, refusal } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import { compile, epoch, latestStable } from './contracts.ts';
import type { GatewayState, StoredContract, StoredVersion } from './contracts.ts';
import { bulkIngest, ingest } from './ingest.ts';
import type { Stored } from './ingest.ts';
import { judge } from './judge.ts';

/** A gateway without its database: what it answers to a request, by the wire of the real one. */
export class Gateway {
  readonly #state: GatewayState;
  readonly #stored: Stored = { audit: [], quarantine: [], idempotency: new Map(), bulkRequests: 0 };

  constructor(state: GatewayState) {
    this.#state = state;
    for (let row = 0; row < (state.auditRows ?? 0); row++) {
      const common = {
        id: `row-${row}`,
        contract_id: state.contracts[0]?.id,
        violation_details: [],
        raw_event: { row },
      };
      this.#stored.audit.push({ ...common, passed: true, violation_count: 0, validation_us: 1, created_at: epoch });
      this.#stored.quarantine.push({ ...common, violation_count: 1, quarantined_at: epoch, replay_count: 0 });
    }
  }

  answer(asked: Asked): Answer {
    const { method, url, headers, body } = asked;
    const [first = '', second = '', third = '', ...more] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const allowed = this.#state.keys[String(headers['x-api-key'])];
    if (allowed === undefined) return refusal(401, 'Unauthorized: missing or invalid API key');
    const isBulk = first === 'v1';
    if (body.length > (isBulk ? 10 : 1) * 2 ** 20) return plain(413, 'length limit exceeded');
    if (allowed.length > 0 && !allowed.includes(isBulk ? third : second) && ['ingest', 'v1'].includes(first)) {
      return refusal(401, 'Unauthorized: missing or invalid API key');
    }
    switch (`${method} ${first}`) {
      case 'POST ingest':
        return ingest(this.#state, this.#stored, asked, second);
      case 'POST v1':
        return bulkIngest(this.#state, this.#stored, asked, third);
      case 'GET audit':
        return page(this.#stored.audit, url.searchParams);
      case 'GET quarantine':
        return second === 'replay-history' ? json(200, []) : page(this.#stored.quarantine, url.searchParams);
      case 'POST quarantine':
        return replay(body);
      case 'GET stats':
        return json(200, this.#stats());
      case 'GET contracts':
        return this.#contracts(second, third, more[0]);
      case 'POST playground':
        return playground(body);
      default:
        return { status: 404, headers: {}, text: '' };
    }
  }

  #stats(): object {
    const total = this.#stored.audit.length;
    const passed = this.#stored.audit.filter((row) => 'passed' in row && row.passed === true).length;
    const rate = { pass_rate: total === 0 ? 0 : passed / total, avg_validation_us: 12.5 };
    const percentiles = { p50_validation_us: 12, p95_validation_us: 13, p99_validation_us: 14 };
    return { total_events: total, passed_events: passed, failed_events: total - passed, ...rate, ...percentiles };
  }

  #contracts(id: string, versions: string, version: string | undefined): Answer {
    if (id === '')
      return json(
        200,
        this.#state.contracts.map((contract) => summary(contract)),
      );
    const contract = this.#state.contracts.find((one) => one.id === id);
    if (contract === undefined) return refusal(404, `Contract not found: ${id}`);
    if (versions === '') {
      const { store_event_payloads: _, ...common } = summary(contract);
      return json(200, { ...common, description: null, created_at: epoch, updated_at: epoch });
    }
    if (version === undefined)
      return json(
        200,
        contract.versions.map((one) => versionSummary(one)),
      );
    const found =
      version === 'latest-stable' ? latestStable(contract) : contract.versions.find((one) => one.version === version);
    if (found === undefined) {
      return version === 'latest-stable'
        ? refusal(409, `No stable version for contract ${id}`)
        : refusal(404, `Version ${version} not found for contract ${id}`);
    }
    const rest = { id: `${id}-${found.version}`, contract_id: id, yaml_content: found.yaml };
    return json(200, { ...rest, ...versionSummary(found), compliance_mode: false, egress_leakage_mode: 'off' });
  }
}

function page(rows: readonly object[], query: URLSearchParams): Answer {
  const limit = Math.min(500, Math.max(1, Number(query.get('limit') ?? 50)));
  const offset = Math.max(0, Number(query.get('offset') ?? 0));
  const id = query.get('contract_id');
  const wanted = id === null ? rows : rows.filter((row) => 'contract_id' in row && row.contract_id === id);
  return json(200, wanted.slice(offset, offset + limit));
}

function replay(body: Buffer): Answer {
  const { event_ids: ids, version = '' } = JSON.parse(body.toString('utf8')) as {
    event_ids: string[];
    version?: string;
  };
  const outcomes = ids.map((id) => ({ event_id: id, version, passed: true, violations: [], replayed_at: epoch }));
  return json(200, { replayed: ids.length, outcomes });
}

/** One event by a contract's text. It opens no envelope, and looks at no other events. */
function playground(body: Buffer): Answer {
  const parsed = readJson(body.toString('utf8'));
  if (!parsed.ok) return plain(400, `Failed to parse the request body as JSON: ${parsed.message}`);
  const { yaml_content: yaml, event } = parsed.value as JsonObject;
  if (typeof yaml !== 'string' || event === undefined) return plain(422, 'Failed to deserialize the JSON body');
  const validator = compile(yaml);
  if (!('check' in validator)) return refusal(422, validator.message);
  const { contract_version: _, ...verdict } = judge(validator, '', event);
  return json(200, verdict);
}

function summary(contract: StoredContract) {
  return {
    id: contract.id,
    name: contract.name,
    multi_stable_resolution: contract.resolution ?? 'strict',
    latest_stable_version: latestStable(contract)?.version ?? null,
    version_count: contract.versions.length,
    store_event_payloads: false,
  };
}

function versionSummary({ version, state }: StoredVersion): object {
  return {
    version,
    state,
    created_at: epoch,
    promoted_at: state === 'draft' ? null : epoch,
    deprecated_at: state === 'deprecated' ? epoch : null,
    import_source: 'native',
    requires_review: false,
  };
}
