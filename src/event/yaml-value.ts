import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Scalar } from 'yaml';
import { Float } from '../json-value.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { deepest } from './misreading.ts';

/** The YAML of fixtures: 1.2, no merge keys, integers of any size. Positions are offsets into the text. */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  intAsBigInt: true,
  uniqueKeys: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

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
  readonly #document: Document.Parsed;
  #nodes = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  convert(node: Node | null | undefined, depth: number): JsonValue {
    if (this.objection !== undefined) return null;
    if (depth > deepest) return this.#refuse(`more than ${deepest} mappings and lists inside each other`, node);
    if (++this.#nodes > mostNodes) return this.#refuse('the aliases of the document make it too large', node);
    if (isAlias(node)) return this.convert(node.resolve(this.#document), depth);
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq<Node>(node)) return node.items.map((item) => this.convert(item, depth + 1));
    if (!isMap<Node, Node>(node)) return null;
    const object: JsonObject = {};
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? keyText(key) : undefined;
      if (name === undefined) return this.#refuse('the key is not a scalar, so it is no JSON key', key);
      const converted = this.convert(value, depth + 1);
      Object.defineProperty(object, name, { value: converted, enumerable: true, writable: true, configurable: true });
    }
    return object;
  }

  #scalar(node: Scalar): JsonValue {
    const { value, source } = node;
    switch (typeof value) {
      case 'bigint':
        return integerValue(value);
      case 'number':
        if (!Number.isFinite(value)) return this.#refuse(`JSON has no number for ${source ?? String(value)}`, node);
        return Number.isInteger(value) ? new Float(value) : value;
      case 'string':
      case 'boolean':
        return value;
      default:
        return value === null ? null : this.#refuse(`JSON has no value for ${source ?? 'this scalar'}`, node);
    }
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

/** What serde_json reads from the same digits. */
function integerValue(value: bigint): JsonValue {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  return value >= -(2n ** 63n) && value < 2n ** 64n ? value : new Float(number);
}
