import { Float } from '../json-value.ts';

const leastI64 = -(2n ** 63n);
const greatestU64 = 2n ** 64n - 1n;
const greatestI32 = 2 ** 31 - 1;

/**
 * The value of a JSON number token as serde_json reads it: an integer within i64 or u64, or else a float. Undefined for a
 * float beyond the largest double, which serde_json refuses. `toFloat`: what rounds; `Number` takes the nearest double.
 */
export function readNumberToken(
  token: string,
  toFloat: (token: string) => number | undefined = serdeFloat,
): number | bigint | Float | undefined {
  const number = Number(token);
  if (/^-?\d+$/.test(token) && token !== '-0') {
    if (Number.isSafeInteger(number)) return number;
    const integer = BigInt(token);
    if (integer >= leastI64 && integer <= greatestU64) return integer;
  }
  const float = isRoundedOnce(token) ? number : toFloat(token);
  if (float === undefined || !Number.isFinite(float)) return undefined;
  return Number.isInteger(float) ? new Float(float) : float;
}

/** Up to 15 digits and powers of ten up to 22 are doubles themselves, so that one operation rounds, and rounds correctly. */
function isRoundedOnce(token: string): boolean {
  return token.length <= 16 && !/[eE]/.test(token);
}

/**
 * What serde_json makes of the digits, which is not always the nearest double: as many as fit a u64, times or divided by a
 * power of ten (`parse_decimal`, `parse_long_integer`, `parse_exponent` and `f64_from_parts` in its src/de.rs, without the
 * feature `float_roundtrip`).
 */
function serdeFloat(token: string): number | undefined {
  const [, sign, whole = '', fraction = '', exponentSign, exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?)(\d+))?$/.exec(token) ?? [];
  let significand = 0n;
  let shift = 0;
  const take = (digit: string): boolean => {
    const next = significand * 10n + BigInt(digit);
    if (next > greatestU64) return false;
    significand = next;
    return true;
  };
  let taken = 0;
  while (taken < whole.length && take(whole[taken] ?? '')) taken++;
  shift += whole.length - taken;
  // A digit behind the point may fit again where one before it did not.
  for (const digit of fraction) {
    if (!take(digit)) break;
    shift--;
  }
  const power = Number(exponent);
  const isNegative = exponentSign === '-';
  if (power > greatestI32) return significand === 0n || isNegative ? signed(0, sign) : undefined;
  const size = scale(Number(significand), shift + (isNegative ? -power : power));
  return size === undefined ? undefined : signed(size, sign);
}

function signed(size: number, sign: string | undefined): number {
  return sign === '-' ? -size : size;
}

/** Undefined: out of range. */
function scale(significand: number, exponent: number): number | undefined {
  let size = significand;
  let power = exponent;
  for (; Math.abs(power) > 308; power += 308) {
    if (size === 0) return 0;
    if (power > 0) return undefined;
    size /= 1e308;
  }
  // As a literal, so that the power itself is the nearest double.
  const factor = Number(`1e${Math.abs(power)}`);
  const scaled = power >= 0 ? size * factor : size / factor;
  return Number.isFinite(scaled) ? scaled : undefined;
}
