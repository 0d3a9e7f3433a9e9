import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { nearest } from '../nearest.ts';

/** Reads a value off a YAML node; on a node that is not as expected, complains and answers undefined. */
export type Decoder<Value> = (node: Node | null | undefined, complain: Complain) => Value | undefined;

/** Takes a sentence, what to do about it, and the node it is about. */
export type Complain = (message: string, node: Node | null | undefined, hint?: string) => undefined;

export interface Member<Value> {
  readonly decode: Decoder<Value>;
  readonly required?: true;
}

type Decoded<Members> = { [Key in keyof Members]?: Members[Key] extends Member<infer Value> ? Value : never };

export function string(what: string, refuse?: (text: string) => string | undefined): Decoder<string> {
  return (node, complain) => {
    if (!isScalar(node) || typeof node.value !== 'string')
      return complain(`expected ${what}, got ${nodeText(node)}`, node);
    if (node.value === '') return complain(`expected ${what}, got an empty text`, node);
    const reason = refuse?.(node.value);
    return reason === undefined ? node.value : complain(reason, node);
  };
}

export function oneOf<const Value extends string | number>(values: readonly Value[]): Decoder<Value> {
  const list = values.map((value) => `\`${value}\``).join(', ');
  return (node, complain) => {
    const found = values.find((value) => isScalar(node) && node.value === value);
    if (found !== undefined) return found;
    const near = isScalar(node) && typeof node.value === 'string' ? nearest(node.value, values.map(String)) : undefined;
    const expected = values.length === 1 ? list : `one of ${list}`;
    return complain(`expected ${expected}, got ${nodeText(node)}`, node, near && `did you mean \`${near}\`?`);
  };
}

/** A list, or one element alone. */
export function listOf<Value>(decode: Decoder<Value>): Decoder<readonly Value[]> {
  return (node, complain) => {
    if (!isSeq(node)) {
      const value = decode(node, complain);
      return value === undefined ? undefined : [value];
    }
    if (node.items.length === 0) return complain('expected at least one element, got an empty list', node);
    return eachOf(decode, node.items as Node[], complain);
  };
}

export function sequence<Value>(decode: Decoder<Value>, what: string): Decoder<readonly Value[]> {
  return (node, complain) =>
    isSeq(node)
      ? eachOf(decode, node.items as Node[], complain)
      : complain(`expected a list of ${what}, got ${nodeText(node)}`, node);
}

function eachOf<Value>(
  decode: Decoder<Value>,
  items: readonly Node[],
  complain: Complain,
): readonly Value[] | undefined {
  const values = items.map((item) => decode(item, complain));
  return values.every((value): value is Value & ({} | null) => value !== undefined) ? values : undefined;
}

/** A mapping with known keys only. */
export function record<const Members extends { readonly [key: string]: Member<unknown> }>(
  what: string,
  members: Members,
): Decoder<Decoded<Members>> {
  const known = Object.keys(members);
  return (node, complain) => {
    if (!isMap(node)) return complain(`expected ${what}, got ${nodeText(node)}`, node);
    const decoded: { [key: string]: unknown } = {};
    let whole = true;
    const meant = new Set<string | undefined>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      if (member === undefined) {
        const near = nearest(name, known);
        meant.add(near);
        complain(
          `unknown key \`${name}\` in ${what}`,
          key as Node,
          near === undefined ? `the keys are ${known.join(', ')}` : `did you mean \`${near}\`?`,
        );
        whole = false;
        continue;
      }
      decoded[name] = member.decode((value ?? key) as Node, complain);
      whole &&= decoded[name] !== undefined;
    }
    for (const name of known) {
      // A key that is only misspelt was complained of already.
      if (members[name]?.required && !Object.hasOwn(decoded, name) && !meant.has(name)) {
        complain(`\`${name}\` is missing in ${what}`, node);
        whole = false;
      }
    }
    return whole ? (decoded as Decoded<Members>) : undefined;
  };
}

/** What stands at a node, for messages. */
function nodeText(node: Node | null | undefined): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (isAlias(node)) return 'an alias';
  if (!isScalar(node) || node.value === null) return 'nothing';
  return typeof node.value === 'string' ? `\`${node.value}\`` : `the ${typeof node.value} ${node.source ?? ''}`;
}
