import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, Scalar, YAMLMap } from 'yaml';
import { Float } from '../json-value.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { setMember } from './member.ts';
import { deepest } from './misreading.ts';
import { readNumberToken } from './number-token.ts';
import { aliasTargets } from './yaml-aliases.ts';

export type YamlResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly message: string; readonly range: readonly [number, number] };

/** How many nodes a document may have after its aliases are filled in. */
const mostNodes = 1_000_000;

/** The JSON value of a YAML document without errors. */
export function yamlValue(document: Document.Parsed): YamlResult {
  const converter = new Converter(document);
  const value = converter.convert(document.contents, 0);
  return converter.objection ?? { ok: true, value };
}

class Converter {
  objection: Extract<YamlResult, { ok: false }> | undefined;
  readonly #targets: ReadonlyMap<Alias, Node>;
  #nodes = 0;

  constructor(document: Document.Parsed) {
    this.#targets = aliasTargets(document);
  }

  convert(node: Node | null | undefined, depth: number): JsonValue {
    if (this.objection !== undefined) return null;
    if (++this.#nodes > mostNodes) return this.#refuse('the aliases of the document make it too large', node);
    if (isAlias(node)) {
      const target = this.#targets.get(node);
      if (target === undefined) return this.#refuse(`no anchor \`&${node.source}\` stands before its alias`, node);
      return this.convert(target, depth);
    }
    if (isScalar(node)) return this.#scalar(node);
    if (depth >= deepest) return this.#refuse(`more than ${deepest} mappings and lists inside each other`, node);
    if (isSeq<Node>(node)) return node.items.map((item) => this.convert(item, depth + 1));
    return isMap<Node, Node>(node) ? this.#object(node, depth + 1) : null;
  }

  #object(map: YAMLMap<Node, Node>, depth: number): JsonValue {
    const object: JsonObject = {};
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? keyText(key) : undefined;
      if (name === undefined) return this.#refuse('the key is not a scalar, so it is no JSON key', key);
      if (Object.hasOwn(object, name)) return this.#refuse(`the key \`${name}\` stands here twice`, key);
      if (!name.isWellFormed()) return this.#refuse('the key has half of a surrogate pair', key);
      setMember(object, name, this.convert(value, depth));
    }
    return object;
  }

  #scalar(node: Scalar): JsonValue {
    const { value, tag } = node;
    switch (typeof value) {
      case 'bigint':
        return this.#integer(value, node);
      case 'number':
        if (!Number.isFinite(value)) return this.#noNumber(node);
        return Number.isInteger(value) ? new Float(value) : value;
      case 'string':
        return value.isWellFormed() ? value : this.#refuse('a string has half of a surrogate pair', node);
      case 'boolean':
        return value;
      default:
        return value === null ? null : this.#refuse(`JSON has no value for the tag ${tag ?? 'of this scalar'}`, node);
    }
  }

  /** What serde_json reads from the same digits, of which `-0` is a float. */
  #integer(value: bigint, node: Scalar): JsonValue {
    const digits = value === 0n && node.source?.startsWith('-') ? '-0' : String(value);
    return readNumberToken(digits) ?? this.#noNumber(node);
  }

  #noNumber(node: Scalar): null {
    return this.#refuse(`JSON has no number \`${(node.source ?? '').slice(0, 40)}\``, node);
  }

  #refuse(message: string, node: Node | null | undefined): null {
    const [start = 0, end = 0] = node?.range ?? [];
    this.objection ??= { ok: false, message, range: [start, end] };
    return null;
  }
}

/** JSON's keys are texts: of any other scalar, the text that it is written as. */
export function keyText({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
