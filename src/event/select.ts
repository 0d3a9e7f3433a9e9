import type { JsonPath, JsonValue } from '../json-value.ts';
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

/** Every value that a pointer with wildcards leads to, with its path. */
export function* selected(value: JsonValue, select: Select, path: JsonPath = []): Generator<[JsonPath, JsonValue]> {
  const [step, ...rest] = select;
  if (step === undefined) {
    yield [path, value];
    return;
  }
  if (!isContainer(value)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (step === '*' || step === String(index)) yield* selected(item, rest, [...path, index]);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    const member = value[key];
    if ((step === '*' || step === key) && member !== undefined) yield* selected(member, rest, [...path, key]);
  }
}
