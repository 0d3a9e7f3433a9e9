import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `min` and `max`, compared as f64 (`validate_value`), and those of the metrics that are judged with the field. */
export function rangeHolds({ lowest, highest }: CompiledField, value: number): boolean {
  return !(value < lowest || value > highest);
}

/** The field's own `min` and `max` only: a metric has a sentence of its own. */
export function checkRange(field: CompiledField, value: number, breaches: Breach[]): void {
  if (value < field.min) breaches.push(outside('min', field, value, field.min));
  if (value > field.max) breaches.push(outside('max', field, value, field.max));
}

function outside(rule: 'min' | 'max', { field, path, at }: CompiledField, value: number, limit: number): Breach {
  return { rule, field, path, at: at[rule], value, limit };
}
