import { Float, type JsonObject, type JsonValue } from '../json-value.ts';
import {
  decode,
  invalidType,
  list,
  placeInside,
  refuseDepth,
  Refusal,
  text,
  type Decoder,
  type Place,
} from './decoder.ts';
import { I64_MIN, resolveScalar, TagMismatch, U64_MAX } from '../yaml/scalar.ts';
import type { YamlMapping } from '../yaml/node.ts';

const EXPECTED = 'any valid JSON value';

/** `deserialize_any` into serde_json's `Value`. */
export const json: Decoder<JsonValue> = (node, place) => {
  if (node.tag?.startsWith('!') === true) return new Refusal(`invalid type: enum, expected ${EXPECTED}`, node, place);
  if (node.kind === 'sequence') return list(json)(node, place);
  if (node.kind === 'mapping') return object(node, place);
  const value = resolveScalar(node);
  if (value instanceof TagMismatch) return invalidType(node, EXPECTED, place);
  if (typeof value === 'bigint') return integer(value) ?? new Refusal('JSON number out of range', node, place);
  return typeof value === 'number' ? jsonFloat(value) : value;
};

/** serde_json's map: a repeated key keeps its last value. */
function object(node: YamlMapping, place: Place): JsonObject | Refusal {
  const refusal = refuseDepth(node, place);
  if (refusal !== undefined) return refusal;
  const entries: [string, JsonValue][] = [];
  for (const [keyNode, valueNode] of node.entries) {
    const key = decode(text, keyNode, place);
    if (key instanceof Refusal) return key;
    const value = decode(json, valueNode, placeInside(place, key));
    if (value instanceof Refusal) return value;
    entries.push([key, value]);
  }
  // Defines own properties, so that `__proto__` is a key like any other.
  return Object.fromEntries(entries);
}

function integer(value: bigint): JsonValue | undefined {
  if (value < I64_MIN || value > U64_MAX) return undefined;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** serde_json's `Number::from_f64`: JSON has no infinity and no NaN. */
function jsonFloat(value: number): JsonValue {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? new Float(value) : value;
}
