import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `pattern`: an unanchored search (`Regex::is_match` in `validate_value`). */
export function patternHolds({ pattern }: CompiledField, value: string): boolean {
  return pattern === undefined || pattern.matcher.test(value);
}

export function checkPattern(field: CompiledField, value: string, breaches: Breach[]): void {
  if (patternHolds(field, value)) return;
  breaches.push({ rule: 'pattern', field: field.field, path: field.path, at: field.pattern?.at, value });
}
