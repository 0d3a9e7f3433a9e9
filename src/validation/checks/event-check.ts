import type { JsonValue } from '../../json-value.ts';
import type { Breach } from '../violation.ts';

/**
 * A rule about a whole event. `now` is the clock for freshness rules in Unix seconds; undefined: they are not judged.
 */
export type EventCheck = (event: JsonValue, breaches: Breach[], now: number | undefined) => void;
