import type { QualityRule } from '../../contract/contract.ts';
import type { JsonValue } from '../../json-value.ts';
import { isInteger } from '../json-type.ts';
import type { EventCheck } from './event-check.ts';
import { pathReader } from './member.ts';

/** Larger timestamps are taken for milliseconds (`check_freshness`). */
const milliseconds = 1_700_000_000_000n;

/** `type: freshness`: a Unix timestamp, not in the future, at most `max_age_seconds` old (`check_freshness`). */
export function freshnessCheck(rule: QualityRule): EventCheck | undefined {
  const { field, maxAgeSeconds: limit, at } = rule;
  if (limit === undefined) return undefined;
  const path = field.split('.');
  const read = pathReader(path);
  // `max_age as i64`
  const oldest = BigInt.asIntN(64, BigInt(limit));
  return (event, breaches, now) => {
    if (now === undefined) return;
    const value = read(event);
    if (value === undefined) return;
    const timestamp = i64(value);
    if (timestamp === undefined) {
      breaches.push({ rule: 'timestamp', field, path, at: at['field'] });
      return;
    }
    const seconds = timestamp > milliseconds ? timestamp / 1000n : timestamp;
    const age = BigInt.asIntN(64, BigInt(now) - seconds);
    if (age < 0n || age > oldest) {
      breaches.push({ rule: 'age', field, path, at: at['max_age_seconds'], age, limit });
    }
  };
}

function i64(value: JsonValue): bigint | undefined {
  if ((typeof value !== 'number' && typeof value !== 'bigint') || !isInteger(value)) return undefined;
  const integer = BigInt(value);
  return integer === BigInt.asIntN(64, integer) ? integer : undefined;
}
