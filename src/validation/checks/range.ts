import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `min` and `max`, compared as f64 (`validate_value`). */
export function checkRange(field: CompiledField, value: number, breaches: Breach[]): void {
  if (value < field.min) {
    const at = field.at['min'];
    breaches.push({ rule: 'min', field: field.field, path: field.path, at, value, limit: field.min });
  }
  if (value > field.max) {
    const at = field.at['max'];
    breaches.push({ rule: 'max', field: field.field, path: field.path, at, value, limit: field.max });
  }
}
