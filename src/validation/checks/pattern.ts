import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `pattern`: an unanchored search (`Regex::is_match` in `validate_value`). */
export function checkPattern(field: CompiledField, value: string, breaches: Breach[]): void {
  const { pattern } = field;
  if (pattern === undefined || pattern.matcher.test(value)) return;
  breaches.push({ rule: 'pattern', field: field.field, path: field.path, at: pattern.at, value });
}
