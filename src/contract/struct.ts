import { closest } from '../nearest.ts';
import type { ContractMapping, KeyRange, KeyRanges } from './contract.ts';
import { excerpt } from './describe.ts';
import {
  decode,
  invalidType,
  isBlank,
  optional,
  pathOf,
  placeInside,
  refuseDepth,
  Refusal,
  type Decoder,
} from './decoder.ts';
import type { YamlContent, YamlNode } from '../yaml/node.ts';

/** How a key of a struct is read; the key is the property's name in snake case. */
export interface Member<T> {
  readonly decoder: Decoder<T | undefined>;
  readonly required: boolean;
  readonly fallback?: T;
  readonly aliases: readonly string[];
}

export type Members<T> = { readonly [Property in Exclude<keyof T, 'at'>]-?: Member<Exclude<T[Property], undefined>> };

export function required<T>(decoder: Decoder<T>, ...aliases: string[]): Member<T> {
  return { decoder, required: true, aliases };
}

export function defaulted<T>(decoder: Decoder<T>, fallback: T): Member<T> {
  return { decoder, required: false, fallback, aliases: [] };
}

export function option<T>(decoder: Decoder<T>): Member<T> {
  return { decoder: optional(decoder), required: false, aliases: [] };
}

/** `deserialize_struct` into what serde derives for a struct: unknown keys are skipped, known ones come once. */
export function struct<T extends { readonly at: KeyRanges }>(
  rustName: string,
  inside: ContractMapping,
  members: Members<T>,
): Decoder<T> {
  const known = new Map<string, KnownKey>();
  const keys: KnownKey[] = [];
  for (const [property, member] of Object.entries<Member<unknown>>(members)) {
    const key = { name: snakeCase(property), property, member };
    keys.push(key);
    for (const name of [key.name, ...member.aliases]) known.set(name, key);
  }

  return (node, place) => {
    if (node.kind !== 'mapping' && !isBlank(node)) {
      const hint = `Write a mapping with the keys ${keys.map(({ name }) => name).join(', ')}.`;
      return invalidType(node, `struct ${rustName}`, place, hint);
    }
    const refusal = refuseDepth(node, place);
    if (refusal !== undefined) return refusal;
    const at: Record<string, KeyRange> = { '': [node.start, node.start, node.start, node.end] };
    const values: Record<string, unknown> = { at };
    const unknown: string[] = [];

    for (const [keyNode, valueNode] of node.kind === 'mapping' ? node.entries : []) {
      const name = decode(identifier, keyNode, place);
      if (name instanceof Refusal) return name;
      const key = known.get(name);
      if (key === undefined) {
        unknown.push(name);
        const range = rangeOf(keyNode, valueNode);
        place.reading.unknownKeys.push({ key: name, inside, path: pathOf(place), range });
        continue;
      }
      if (Object.hasOwn(at, key.name)) return new Refusal(`duplicate field \`${key.name}\``, keyNode, place);
      const content = place.reading.follow(valueNode);
      if (content instanceof Refusal) return content;
      const value = key.member.decoder(content, placeInside(place, name));
      if (value instanceof Refusal) return value;
      at[key.name] = rangeOf(keyNode, content);
      if (value !== undefined) values[key.property] = value;
    }

    for (const { name, property, member } of keys) {
      if (Object.hasOwn(at, name)) continue;
      if (member.required) {
        const near = closest(name, unknown);
        const none = isBlank(node) ? 'There is nothing in it.' : undefined;
        const hint = near === undefined ? none : `There is \`${excerpt(near)}\`, which looks like it.`;
        return new Refusal(`missing field \`${name}\``, node, place, hint);
      }
      if (member.fallback !== undefined) values[property] = member.fallback;
    }
    // The table has a member for each property of T, and each was decoded to that property's type.
    return values as unknown as T;
  };
}

interface KnownKey {
  readonly name: string;
  readonly property: string;
  readonly member: Member<unknown>;
}

/** `deserialize_identifier` */
const identifier: Decoder<string> = (node, place) =>
  node.kind === 'scalar' ? node.text : invalidType(node, 'field identifier', place);

function rangeOf(key: YamlNode, value: YamlNode | YamlContent): KeyRange {
  return [key.start, key.end, value.start, value.end];
}

function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
