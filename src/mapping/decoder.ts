import { nearest } from '../nearest.ts';
import type { YamlContent, YamlNode } from '../yaml/node.ts';
import { resolveScalar } from '../yaml/scalar.ts';
import type { ScalarValue } from '../yaml/scalar.ts';

/** Reads a value off a YAML node; on a node that is not as expected, complains and answers undefined. */
export type Decoder<Value> = (node: YamlContent, context: Context) => Value | undefined;

export interface Context {
  /** Takes a sentence, the node it is about, and what to do about it. */
  readonly complain: (message: string, node: YamlContent, hint?: string) => undefined;
  readonly follow: (node: YamlNode) => YamlContent;
}

export interface Member<Value> {
  readonly decode: Decoder<Value>;
  readonly required?: true;
}

type Decoded<Members> = { [Key in keyof Members]?: Members[Key] extends Member<infer Value> ? Value : never };

export function string(what: string, refuse?: (text: string) => string | undefined): Decoder<string> {
  return (node, { complain }) => {
    const value = scalarValue(node);
    if (typeof value !== 'string') return complain(`expected ${what}, got ${nodeText(node)}`, node);
    if (value === '') return complain(`expected ${what}, got an empty text`, node);
    const reason = refuse?.(value);
    return reason === undefined ? value : complain(reason, node);
  };
}

/** `meant`: words that stand for none of the values, but can only mean one of them. */
export function oneOf<const Value extends string | number>(
  values: readonly Value[],
  meant: { readonly [word: string]: NoInfer<Value> } = {},
): Decoder<Value> {
  const list = values.map((value) => `\`${value}\``).join(', ');
  return (node, { complain }) => {
    const value = scalarValue(node);
    const plain = typeof value === 'bigint' ? Number(value) : value;
    const found = values.find((candidate) => candidate === plain);
    if (found !== undefined) return found;
    if (
      typeof value === 'string' &&
      values.some((candidate) => typeof candidate === 'number' && String(candidate) === value)
    )
      return complain(`expected the number \`${value}\`, got it as a text`, node, 'write it without quotes');
    const word = typeof value === 'string' ? value : '';
    const near = Object.hasOwn(meant, word) ? meant[word] : word && nearest(word, values.map(String));
    const expected = values.length === 1 ? list : `one of ${list}`;
    return complain(`expected ${expected}, got ${nodeText(node)}`, node, near && `did you mean \`${near}\`?`);
  };
}

/** A list, or one element alone. */
export function listOf<Value>(decode: Decoder<Value>): Decoder<readonly Value[]> {
  return (node, context) => {
    if (node.kind !== 'sequence') {
      const value = decode(node, context);
      return value === undefined ? undefined : [value];
    }
    if (node.items.length === 0) return context.complain('expected at least one element, got an empty list', node);
    return eachOf(decode, node.items, context);
  };
}

export function sequence<Value>(decode: Decoder<Value>, what: string): Decoder<readonly Value[]> {
  return (node, context) =>
    node.kind === 'sequence'
      ? eachOf(decode, node.items, context)
      : context.complain(`expected a list of ${what}, got ${nodeText(node)}`, node);
}

function eachOf<Value>(
  decode: Decoder<Value>,
  items: readonly YamlNode[],
  context: Context,
): readonly Value[] | undefined {
  const values = items.map((item) => decode(context.follow(item), context));
  return values.every((value): value is Value & ({} | null) => value !== undefined) ? values : undefined;
}

/** A mapping with known keys only. */
export function record<const Members extends { readonly [key: string]: Member<unknown> }>(
  what: string,
  members: Members,
): Decoder<Decoded<Members>> {
  const known = Object.keys(members);
  return (node, context) => {
    const { complain, follow } = context;
    if (node.kind !== 'mapping') {
      return complain(`expected ${what}, got ${nodeText(node)}`, node, `its keys are ${known.join(', ')}`);
    }
    const decoded: { [key: string]: unknown } = {};
    let whole = true;
    const meant = new Set<string | undefined>();
    for (const [keyNode, valueNode] of node.entries) {
      const key = follow(keyNode);
      const name = key.kind === 'scalar' ? key.text : '';
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      if (member === undefined || Object.hasOwn(decoded, name)) {
        const near = nearest(name, known);
        meant.add(near);
        const hint = near === undefined ? `the keys are ${known.join(', ')}` : `did you mean \`${near}\`?`;
        if (member === undefined) complain(`unknown key \`${name}\` in ${what}`, key, hint);
        else complain(`the key \`${name}\` stands twice in ${what}`, key);
        whole = false;
        continue;
      }
      decoded[name] = member.decode(follow(valueNode), context);
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

/** The value of a scalar; undefined for anything else, and for a tag that its text contradicts. */
export function scalarValue(node: YamlContent): ScalarValue | undefined {
  if (node.kind !== 'scalar') return undefined;
  const value = resolveScalar(node);
  return typeof value === 'object' && value !== null ? undefined : value;
}

/** What stands at a node, for messages. */
export function nodeText(node: YamlContent): string {
  if (node.kind === 'mapping') return 'a mapping';
  if (node.kind === 'sequence') return 'a list';
  const value = scalarValue(node);
  if (value === null || value === undefined || node.text === '') return 'nothing';
  return typeof value === 'string'
    ? `\`${node.text}\``
    : `the ${typeof value === 'boolean' ? 'boolean' : 'number'} ${node.text}`;
}
