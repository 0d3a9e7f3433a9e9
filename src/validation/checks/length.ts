import type { Field } from '../../contract/contract.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';

/** `min_length` and `max_length`, in bytes of UTF-8, as Rust's `str::len` counts (`validate_value`). */
export function lengthCheck(field: Field, place: Place): Check<string> | undefined {
  const { minLength, maxLength } = field;
  if (minLength === undefined && maxLength === undefined) return undefined;
  const shortest = minLength ?? 0;
  const longest = maxLength ?? Infinity;
  return (value, breaches) => {
    // A UTF-16 unit is one to three bytes, so most strings need no counting.
    const units = value.length;
    if (units >= shortest && units * 3 <= longest) return;
    const length = byteLength(value);
    if (length < shortest) {
      breaches.push({ rule: 'min_length', ...place, at: field.at['min_length'], length, limit: shortest });
    }
    if (length > longest) {
      breaches.push({ rule: 'max_length', ...place, at: field.at['max_length'], length, limit: longest });
    }
  };
}

function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // Each half of a surrogate pair counts two, which makes the pair's four.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
