import type { JsonValue } from '../../json-value.ts';
import type { Breach } from '../violation.ts';

/** Looks at one value and adds what is wrong with it. Called with present values only. */
export type Check<Value = JsonValue> = (value: Value, breaches: Breach[]) => void;

/** One check that runs several in order; unrolled for the usual numbers of them, since this is the hot path. */
export function inOrder<Value>(checks: readonly Check<Value>[]): Check<Value> | undefined {
  const [first, second, third] = checks;
  if (first === undefined) return undefined;
  if (second === undefined) return first;
  if (third === undefined) {
    return (value, breaches) => {
      first(value, breaches);
      second(value, breaches);
    };
  }
  return (value, breaches) => {
    for (const check of checks) check(value, breaches);
  };
}
