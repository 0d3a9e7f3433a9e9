import { nearest } from '../nearest.ts';
import { describe, excerpt, quote } from './describe.ts';
import {
  BOOL_TAG,
  FLOAT_TAG,
  INT_TAG,
  isNull,
  NULL_TAG,
  parseBoolean,
  parseFloat64,
  parseInteger,
  U64_MAX,
} from '../yaml/scalar.ts';
import type { UnknownKey } from './contract.ts';
import type { YamlContent, YamlDocument, YamlNode } from '../yaml/node.ts';

/**
 * Reads one node as serde reads one Rust type from serde_yaml's events. Each decoder names the method of serde_yaml's
 * deserializer that it mirrors; aliases are followed before it is called.
 */
export type Decoder<T> = (node: YamlContent, place: Place) => T | Refusal;

/** Why a node is not what its place asks for. */
export class Refusal {
  readonly message: string;
  readonly offset: number;
  /** A guess at what is meant, in a sentence of ours; the message is serde's. */
  readonly hint: string | undefined;

  constructor(message: string, node: { readonly start: number }, place?: Place, hint?: string) {
    const path = place === undefined ? '' : pathOf(place);
    this.message = path === '' ? message : `${path}: ${message}`;
    this.offset = node.start;
    this.hint = hint;
  }
}

/** Where in the contract a node stands, which an alias does not change. */
export interface Place {
  readonly parent: Place | undefined;
  /** A key, or the index of an item. */
  readonly step: string | number;
  /** serde_yaml's `remaining_depth`: how many collections may nest, with this one. */
  readonly depth: number;
  readonly reading: Reading;
}

/** The whole document. */
export function rootPlace(reading: Reading): Place {
  return { parent: undefined, step: '', depth: DEPTH_LIMIT, reading };
}

export function placeInside(parent: Place, step: string | number): Place {
  return { parent, step, depth: parent.depth - 1, reading: parent.reading };
}

/** `ontology.entities[0]`, as serde_yaml writes it; empty at the top level. */
export function pathOf({ parent, step }: Place): string {
  if (parent === undefined) return '';
  const before = pathOf(parent);
  if (typeof step === 'number') return `${before}[${step}]`;
  return before === '' ? excerpt(step) : `${before}.${excerpt(step)}`;
}

/** The state of reading one contract. */
export class Reading {
  readonly unknownKeys: UnknownKey[] = [];
  readonly #document: YamlDocument;
  #jumps = 0;
  #visits = 0;

  constructor(document: YamlDocument) {
    this.#document = document;
  }

  /** `jump`, which bounds the aliases followed; the bound on visits keeps the expansion of large anchors small. */
  follow(node: YamlNode): YamlContent | Refusal {
    this.#visits += 1;
    if (this.#visits > VISIT_LIMIT) return new Refusal('repetition limit exceeded', node);
    if (node.kind !== 'alias') return node;
    this.#jumps += 1;
    const target = this.#document.anchored.get(node.anchor);
    if (target === undefined || this.#jumps > this.#document.eventCount * 100) {
      return new Refusal('repetition limit exceeded', node);
    }
    return target;
  }
}

const DEPTH_LIMIT = 128;
const VISIT_LIMIT = 1_000_000;

/** Follows an alias, then decodes. */
export function decode<T>(decoder: Decoder<T>, node: YamlNode, place: Place): T | Refusal {
  const content = place.reading.follow(node);
  return content instanceof Refusal ? content : decoder(content, place);
}

/** `recursion_check` */
export function refuseDepth(node: YamlContent, place: Place): Refusal | undefined {
  return place.depth > 0 ? undefined : new Refusal('recursion limit exceeded', node, place);
}

/** `deserialize_str`: any scalar, by its text. */
export const text: Decoder<string> = (node, place) =>
  node.kind === 'scalar' ? node.text : invalidType(node, 'a string', place);

/** `deserialize_bool` */
export const boolean: Decoder<boolean> = (node, place) =>
  plainly(node, BOOL_TAG, parseBoolean) ?? invalidType(node, 'a boolean', place, 'Write `true` or `false`.');

/** `deserialize_f64` */
export const float: Decoder<number> = (node, place) =>
  plainly(node, FLOAT_TAG, parseFloat64) ?? invalidType(node, 'f64', place, hintOnNumber(node));

/** `deserialize_u64`, also for `usize`. */
export function unsigned(type: 'u64' | 'usize'): Decoder<number | bigint> {
  return (node, place) => plainly(node, INT_TAG, parseUnsigned) ?? invalidType(node, type, place, hintOnNumber(node));
}

function hintOnNumber(node: YamlContent): string | undefined {
  const isQuoted = node.kind === 'scalar' && node.style !== 'plain' && parseFloat64(node.text) !== undefined;
  return isQuoted ? 'Write the number without quotes.' : undefined;
}

function parseUnsigned(digits: string): number | bigint | undefined {
  const integer = digits.startsWith('-') ? undefined : parseInteger(digits);
  if (integer === undefined || integer > U64_MAX) return undefined;
  return integer <= Number.MAX_SAFE_INTEGER ? Number(integer) : integer;
}

/** `is_plain_or_tagged_literal_scalar`, then a parser of its text. */
function plainly<T>(node: YamlContent, tag: string, parse: (text: string) => T | undefined): T | undefined {
  if (node.kind !== 'scalar') return undefined;
  return node.style === 'plain' || (node.style === 'literal' && node.tag === tag) ? parse(node.text) : undefined;
}

/** `deserialize_enum` over variants without content, by the names that the gateway accepts. */
export function oneOf<T extends string>(variants: Readonly<Record<string, T>>): Decoder<T> {
  const byName = new Map(Object.entries(variants));
  const names = alternatives([...byName.keys()]);
  return (node, place) => {
    const tagged = variantOfTag(node);
    const name = tagged ?? (node.kind === 'scalar' ? node.text : undefined);
    if (name === undefined) return invalidType(node, "a YAML tag starting with '!'", place);
    const variant = byName.get(name);
    if (variant === undefined) {
      const message = `unknown variant \`${excerpt(name)}\`, expected ${names}`;
      const near = nearest(name, byName.keys());
      return new Refusal(message, node, place, near && `Did you mean \`${near}\`?`);
    }
    return tagged !== undefined && !isBlank(node) && !isPlainNull(node) ? invalidType(node, 'unit', place) : variant;
  };
}

/** `parse_tag`: `!mask` names the variant `mask`. */
function variantOfTag({ tag }: YamlContent): string | undefined {
  if (tag?.startsWith('!') !== true) return undefined;
  return tag === '!' ? tag : tag.slice(1);
}

/** Serde's `OneOf`. */
function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length > 2 ? `one of ${quoted.join(', ')}` : quoted.join(' or ');
}

/** `deserialize_option` */
export function optional<T>(decoder: Decoder<T>): Decoder<T | undefined> {
  return (node, place) => {
    if (node.kind === 'scalar' && node.style === 'plain') {
      if (node.tag === NULL_TAG && !isNull(node.text)) {
        return new Refusal(`invalid value: string ${quote(node.text)}, expected null`, node, place);
      }
      const untagged = node.tag === undefined || node.tag === NULL_TAG;
      if (untagged && (node.text === '' || isNull(node.text))) return undefined;
    }
    return decoder(node, place);
  };
}

/** `deserialize_seq`: a blank value is an empty list, an explicit null is not. */
export function list<T>(decoder: Decoder<T>): Decoder<T[]> {
  return (node, place) => {
    if (isBlank(node)) return [];
    if (node.kind !== 'sequence') {
      const hint = node.kind === 'scalar' ? `Write a list, \`[${excerpt(node.text)}]\`.` : undefined;
      return invalidType(node, 'a sequence', place, hint);
    }
    const refusal = refuseDepth(node, place);
    if (refusal !== undefined) return refusal;
    const items: T[] = [];
    for (const [index, item] of node.items.entries()) {
      const decoded = decode(decoder, item, placeInside(place, index));
      if (decoded instanceof Refusal) return decoded;
      items.push(decoded);
    }
    return items;
  };
}

export function isBlank(node: YamlContent): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

function isPlainNull(node: YamlContent): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && isNull(node.text);
}

/** Serde's `invalid_type`. */
export function invalidType(node: YamlContent, expected: string, place: Place, hint?: string): Refusal {
  return new Refusal(describe(node, expected), node, place, hint);
}
