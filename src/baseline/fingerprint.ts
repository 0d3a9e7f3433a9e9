import { createHash } from 'node:crypto';
import { Float } from '../json-value.ts';
import type { JsonValue } from '../json-value.ts';

/**
 * What tells an event again, whatever line it has moved to and however it is laid out: the start of the SHA-256 of all that
 * is in it, members in the order of their names. Never of one value: of a value that can only be one of a few, a hash gives
 * away which. (Whoever knows all the rest of an event can still try values for the one that they do not know.)
 */
export function fingerprint(record: JsonValue): string {
  return createHash('sha256').update(canonical(record)).digest('hex').slice(0, 32);
}

function canonical(value: JsonValue): string {
  if (value instanceof Float) return `${value.value}.0`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`;
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
