import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, Scalar, YAMLMap } from 'yaml';
import { Float } from '../json-value.ts';
import type { JsonObject, JsonPath, JsonValue } from '../json-value.ts';
import { setMember } from './member.ts';
import { deepest } from './misreading.ts';
import { readNumberToken } from './number-token.ts';
import { quote } from './quote.ts';
import { aliasTargets } from './yaml-aliases.ts';

export type YamlResult = { readonly ok: true; readonly value: JsonValue } | YamlObjection;

/** Why a document has no JSON value. */
export interface YamlObjection {
  readonly ok: false;
  readonly message: string;
  readonly range: readonly [number, number];
  /** Of the value that the sentence is about; where aliases may bring it to several places, undefined. */
  readonly path: JsonPath | undefined;
}

/** How many nodes a document may have after its aliases are filled in. */
const mostNodes = 1_000_000;

/** The JSON value of a YAML document without errors. */
export function yamlValue(document: Document.Parsed): YamlResult {
  const converter = new Converter(document);
  const value = converter.convert(document.contents, 0);
  return converter.objection ?? { ok: true, value };
}

class Converter {
  objection: YamlObjection | undefined;
  /** Of what is being converted. */
  readonly #path: (string | number)[] = [];
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
      if (target === undefined) {
        return this.#refuse(`no anchor ${quote(`&${node.source}`)} stands before its alias`, node);
      }
      return this.convert(target, depth);
    }
    if (isScalar(node)) return this.#scalar(node);
    if (depth >= deepest) return this.#refuse(`more than ${deepest} mappings and lists inside each other`, node);
    if (isSeq<Node>(node)) return node.items.map((item, index) => this.#inside(index, item, depth + 1));
    return isMap<Node, Node>(node) ? this.#object(node, depth + 1) : null;
  }

  #inside(step: string | number, node: Node | null | undefined, depth: number): JsonValue {
    this.#path.push(step);
    const value = this.convert(node, depth);
    this.#path.pop();
    return value;
  }

  #object(map: YAMLMap<Node, Node>, depth: number): JsonValue {
    const object: JsonObject = {};
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? keyText(key) : undefined;
      if (name === undefined) return this.#refuse('the key is not a scalar, so it is no JSON key', key);
      if (Object.hasOwn(object, name)) return this.#refuse(`the key ${quote(name)} stands here twice`, key);
      if (!name.isWellFormed()) return this.#refuse('the key has half of a surrogate pair', key);
      setMember(object, name, this.#inside(name, value, depth));
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
        return value === null ? null : this.#refuse(`JSON has no value for the tag ${quote(tag ?? '')}`, node);
    }
  }

  /** What serde_json reads from the same digits, of which `-0` is a float. */
  #integer(value: bigint, node: Scalar): JsonValue {
    const digits = value === 0n && node.source?.startsWith('-') ? '-0' : String(value);
    return readNumberToken(digits) ?? this.#noNumber(node);
  }

  #noNumber(node: Scalar): null {
    return this.#refuse(`JSON has no number ${quote(node.source ?? '')}`, node);
  }

  #refuse(message: string, node: Node | null | undefined): null {
    const [start = 0, end = 0] = node?.range ?? [];
    const path = this.#targets.size > 0 ? undefined : [...this.#path];
    this.objection ??= { ok: false, message, range: [start, end], path };
    return null;
  }
}

/** JSON's keys are texts: of any other scalar, the text that it is written as. */
export function keyText({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
