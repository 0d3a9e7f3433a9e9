/** Parts of a value: more are not worth keeping, and aliases can make a small text a value without end. */
const mostParts = 50_000;

/**
 * A value as JSON from which the same value can be made again. Undefined where JSON cannot say it: of numbers, infinities, NaN
 * and the negative zero; bigints; what has a class of its own.
 */
export function exactJson(value: object): string | undefined {
  let parts = 0;
  let isExact = true;
  const text = JSON.stringify(value, (_, part: unknown) => {
    isExact &&= ++parts <= mostParts && isSayable(part);
    return isExact ? part : null;
  });
  return isExact ? text : undefined;
}

function isSayable(part: unknown): boolean {
  if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0);
  if (typeof part !== 'object') return typeof part !== 'bigint';
  return part === null || Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype;
}
