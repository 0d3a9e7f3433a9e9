import type { KeyRange } from '../../contract/contract.ts';
import type { Matcher } from '../../pattern/matcher.ts';
import type { Place } from '../violation.ts';
import type { Check } from './check.ts';

/** A pattern that the contract declares, with the place of its `pattern` key. */
export interface DeclaredPattern {
  readonly matcher: Matcher;
  readonly at: KeyRange | undefined;
}

/** `pattern`: an unanchored search (`Regex::is_match` in `validate_value`). */
export function patternCheck({ matcher, at }: DeclaredPattern, place: Place): Check<string> {
  return (value, breaches) => {
    if (!matcher.test(value)) breaches.push({ rule: 'pattern', ...place, at, value });
  };
}
