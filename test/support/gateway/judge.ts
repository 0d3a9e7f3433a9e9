import { createHmac } from 'node:crypto';
import type { Contract } from '../../../src/contract/contract.ts';
import type { JsonObject, JsonValue } from '../../../src/json-value.ts';
import type { Validator } from '../../../src/validation/compile-contract.ts';
import { jsonText } from '../../../src/validation/json-text.ts';
import { isObject } from '../../../src/validation/json-type.ts';
import { violationOf } from '../../../src/validation/message.ts';
import type { Violation } from '../../../src/validation/violation.ts';
import { Raw } from './answer.ts';

export interface Judged {
  passed: boolean;
  readonly violations: Violation[];
  readonly validation_us: number;
  readonly contract_version: string;
  readonly transformed_event: Raw;
}

const now = (): number => Math.floor(Date.now() / 1000);

export function judge(validator: Validator, version: string, event: JsonValue): Judged {
  const violations = validator.check(event, now()).map(violationOf);
  return {
    passed: violations.length === 0,
    violations,
    validation_us: 12,
    contract_version: version,
    transformed_event: new Raw(jsonText(transformed(validator.contract, event))),
  };
}

/** `validate_envelope_batch` */
export function judgeEnvelope(validator: Validator, payload: JsonValue): object | undefined {
  const result = validator.checkEnvelope(payload, now());
  if (result === undefined) return undefined;
  const violations = result.breaches.map(({ record, breach }) => ({ record_index: record, ...violationOf(breach) }));
  return { passed: result.passed, quarantined: result.quarantined, violations, validation_us: 34 };
}

/** `apply_transforms`: top-level strings only. The salt of a real gateway is not known to anybody. */
function transformed(contract: Contract, event: JsonValue): JsonValue {
  if (!isObject(event)) return event;
  const result: JsonObject = { ...event };
  for (const { name, transform } of contract.entities) {
    const value = result[name];
    if (transform === undefined || typeof value !== 'string') continue;
    if (transform.kind === 'drop') delete result[name];
    else if (transform.kind === 'redact') result[name] = '<REDACTED>';
    else if (transform.kind === 'mask') result[name] = '****';
    else result[name] = `hmac-sha256:${createHmac('sha256', 'salt').update(value).digest('hex')}`;
  }
  return result;
}
