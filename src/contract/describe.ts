import { I64_MIN, resolveScalar, TagMismatch, U64_MAX, type ScalarValue } from '../yaml/scalar.ts';
import type { YamlContent } from '../yaml/node.ts';

/** Serde's sentence for a node of the wrong type: `invalid type: string "1", expected f64`. */
export function describe(node: YamlContent, expected: string): string {
  if (node.kind === 'sequence') return `invalid type: sequence, expected ${expected}`;
  if (node.kind === 'mapping') return `invalid type: map, expected ${expected}`;
  const value = resolveScalar(node);
  return value instanceof TagMismatch
    ? `invalid value: string ${quote(node.text)}, expected ${value.expected}`
    : `invalid type: ${unexpected(value)}, expected ${expected}`;
}

/** As Rust's `{:?}` shows a string, for the characters that contracts hold. */
export function quote(text: string): string {
  return `"${excerpt(text)}"`;
}

/** What of a text fits into a message: its start, on one line. */
export function excerpt(text: string): string {
  const shown = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
  return JSON.stringify(shown).slice(1, -1);
}

const EXCERPT_LENGTH = 100;

/** Serde's `Unexpected`. */
function unexpected(value: ScalarValue): string {
  switch (typeof value) {
    case 'boolean':
      return `boolean \`${value}\``;
    case 'bigint':
      return `integer \`${value}\`${value > U64_MAX ? ' as u128' : value < I64_MIN ? ' as i128' : ''}`;
    case 'number':
      return `floating point \`${rustFloat(value)}\``;
    case 'string':
      return `string ${quote(value)}`;
    default:
      return 'unit value';
  }
}

function rustFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (!Number.isInteger(value)) return String(value);
  return Object.is(value, -0) ? '-0.0' : `${BigInt(value)}.0`;
}
