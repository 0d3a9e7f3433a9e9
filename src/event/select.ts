import type { JsonObject, JsonPath, JsonValue } from '../json-value.ts';
import { isContainer } from './container.ts';

/** A JSON Pointer split at its slashes; `*` stands for each element or member. */
export type Select = readonly string[];

/** `/items/a~1b` → `['items', 'a/b']`, with the escapes of RFC 6901 resolved. */
export function parseSelect(pointer: string): Select {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Every value that a pointer with wildcards leads to, with its path; undefined where a step leads to nothing. `*` over nothing
 * is no step that leads nowhere: an empty list has no events.
 */
export function* selected(
  value: JsonValue,
  select: Select,
  path: JsonPath = [],
): Generator<readonly [JsonPath, JsonValue | undefined]> {
  const [step, ...rest] = select;
  if (step === undefined) {
    yield [path, value];
    return;
  }
  const members = isContainer(value) ? membersOf(value) : [];
  const wanted = step === '*' ? members : members.filter(([key]) => String(key) === step);
  for (const [key, member] of wanted) yield* selected(member, rest, [...path, key]);
  if (wanted.length === 0 && !(step === '*' && isContainer(value))) yield [[...path, step], undefined];
}

function membersOf(value: JsonObject | JsonValue[]): readonly (readonly [string | number, JsonValue])[] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}
