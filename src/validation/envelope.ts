import type { Envelope } from '../contract/contract.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { memberReader } from './checks/member.ts';
import { isNumber, isObject } from './json-type.ts';
import type { Breach, WrapperProblem } from './violation.ts';

export interface EnvelopeResult {
  readonly passed: number;
  readonly quarantined: number;
  /** Record index (0 for the wrapper) with what is wrong; the paths lead from the payload's root. */
  readonly breaches: readonly { readonly record: number; readonly breach: Breach }[];
}

/**
 * `validate_envelope_batch`: the records under `records_path` (one literal key), after the wrapper's own keys where
 * `validate_wrapper` asks for it. With anything wrong outside, the records are not looked at and all count as quarantined.
 */
export function checkEnvelope(
  envelope: Envelope,
  payload: JsonValue,
  checkRecord: (record: JsonValue) => readonly Breach[],
): EnvelopeResult {
  const wrapper: Breach[] = [];
  const report = (problem: WrapperProblem, field: string, path: JsonPath, value: JsonValue = null): void => {
    const at = envelope.at[problem.startsWith('records') ? 'records_path' : 'validate_wrapper'] ?? envelope.at[''];
    wrapper.push({ rule: 'wrapper', problem, field, path, value, at });
  };
  const refused = (quarantined: number): EnvelopeResult => ({
    passed: 0,
    quarantined,
    breaches: wrapper.map((breach) => ({ record: 0, breach })),
  });

  if (!isObject(payload)) {
    report('payload', '<root>', []);
    return refused(1);
  }
  if (envelope.validateWrapper) checkWrapper(payload, report);

  const { recordsPath } = envelope;
  const records = read(payload, recordsPath);
  if (records === undefined) report('records_missing', recordsPath, [recordsPath]);
  else if (!Array.isArray(records)) report('records_type', recordsPath, [recordsPath], records);
  if (wrapper.length > 0 || !Array.isArray(records)) {
    return refused(Array.isArray(records) ? Math.max(records.length, 1) : 1);
  }

  let quarantined = 0;
  const breaches: { record: number; breach: Breach }[] = [];
  for (const [record, value] of records.entries()) {
    const found = checkRecord(value);
    if (found.length > 0) quarantined++;
    for (const breach of found) {
      breaches.push({ record, breach: { ...breach, path: [recordsPath, record, ...breach.path] } });
    }
  }
  return { passed: records.length - quarantined, quarantined, breaches };
}

type Report = (problem: WrapperProblem, field: string, path: JsonPath, value?: JsonValue) => void;

function checkWrapper(payload: { readonly [key: string]: JsonValue }, report: Report): void {
  const success = read(payload, 'success');
  if (success === undefined) report('success_missing', 'success', ['success']);
  else if (typeof success !== 'boolean') report('success_type', 'success', ['success'], success);

  const pagination = read(payload, 'pagination');
  if (pagination === undefined) return;
  if (!isObject(pagination)) {
    report('pagination_type', 'pagination', ['pagination'], pagination);
    return;
  }
  for (const key of ['page', 'limit', 'total']) {
    const value = read(pagination, key);
    const path = ['pagination', key];
    if (value === undefined) report('pagination_missing', `pagination.${key}`, path);
    else if (!isNumber(value)) report('pagination_number', `pagination.${key}`, path, value);
  }
  const hasMore = read(pagination, 'hasMore');
  if (hasMore !== undefined && typeof hasMore !== 'boolean') {
    report('has_more_type', 'pagination.hasMore', ['pagination', 'hasMore'], hasMore);
  }
}

function read(object: { readonly [key: string]: JsonValue }, key: string): JsonValue | undefined {
  const reader = memberReader(key);
  return reader === undefined ? object[key] : reader(object);
}
