import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `min` and `max`, compared as f64 (`validate_value`). */
export function checkRange(field: CompiledField, value: number, breaches: Breach[]): void {
  if (value < field.min) breaches.push(outside('min', field, value, field.min));
  if (value > field.max) breaches.push(outside('max', field, value, field.max));
}

/** Apart, so that V8 inlines the comparisons. */
function outside(rule: 'min' | 'max', { field, path, at }: CompiledField, value: number, limit: number): Breach {
  return { rule, field, path, at: at[rule], value, limit };
}
