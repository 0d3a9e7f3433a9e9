import { Float } from '../json-value.ts';

const leastI64 = -(2n ** 63n);
const greatestU64 = 2n ** 64n - 1n;

/**
 * The value of a JSON number token as serde_json reads it: an integer within i64 or u64, or else a float. Undefined for a
 * float beyond the largest double, which serde_json refuses.
 */
export function readNumberToken(token: string): number | bigint | Float | undefined {
  const number = Number(token);
  if (/^-?\d+$/.test(token) && token !== '-0') {
    if (Number.isSafeInteger(number)) return number;
    const integer = BigInt(token);
    if (integer >= leastI64 && integer <= greatestU64) return integer;
  }
  if (!Number.isFinite(number)) return undefined;
  return Number.isInteger(number) ? new Float(number) : number;
}
