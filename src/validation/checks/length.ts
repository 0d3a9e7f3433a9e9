import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `min_length` and `max_length`, in bytes of UTF-8, as Rust's `str::len` counts (`validate_value`). */
export function lengthHolds(field: CompiledField, value: string): boolean {
  // A UTF-16 unit is one to three bytes, so most strings need no counting.
  const units = value.length;
  return (units >= field.minLength && units * 3 <= field.maxLength) || bytesHold(field, byteLength(value));
}

export function checkLength(field: CompiledField, value: string, breaches: Breach[]): void {
  const { minLength, maxLength } = field;
  const length = byteLength(value);
  if (length < minLength) {
    const at = field.at['min_length'];
    breaches.push({ rule: 'min_length', field: field.field, path: field.path, at, length, limit: minLength });
  }
  if (length > maxLength) {
    const at = field.at['max_length'];
    breaches.push({ rule: 'max_length', field: field.field, path: field.path, at, length, limit: maxLength });
  }
}

function bytesHold({ minLength, maxLength }: CompiledField, length: number): boolean {
  return length >= minLength && length <= maxLength;
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
