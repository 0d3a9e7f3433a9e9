import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `pattern`: an unanchored search (`Regex::is_match` in `validate_value`). */
export function checkPattern(field: CompiledField, value: string, breaches: Breach[]): void {
  const { pattern } = field;
  if (pattern !== undefined && !pattern.matcher.test(value)) breaches.push(unmatched(field, value));
}

function unmatched({ field, path, pattern }: CompiledField, value: string): Breach {
  return { rule: 'pattern', field, path, at: pattern?.at, value };
}
