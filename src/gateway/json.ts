import { readJson } from '../event/read-json.ts';
import { Float } from '../json-value.ts';
import type { JsonValue } from '../json-value.ts';
import { ContractGateError } from '../sdk/errors.ts';
import { fromJavaScript } from '../sdk/from-javascript.ts';
import { jsonText } from '../validation/json-text.ts';

/**
 * A JavaScript value as JSON text; a bigint is written as an integer.
 * @throws {ContractGateError} for what is not JSON: undefined, or a value that contains itself.
 */
export function writeJson(value: unknown): string {
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch {
    // A bigint somewhere in it, which JSON.stringify refuses.
    return writeExactly(value);
  }
  throw new ContractGateError(`${value === undefined ? 'undefined' : `a ${typeof value}`} is not JSON`);
}

function writeExactly(value: unknown): string {
  try {
    return jsonText(fromJavaScript(value));
  } catch (error) {
    throw new ContractGateError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The value of a JSON text. Integers that JavaScript's numbers cannot hold come as bigint, so that none is changed in silence.
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const exact = readJson(text);
  // Around an event of the greatest depth stand a few more containers, which a reader of events would refuse.
  return exact.ok ? withoutFloats(exact.value) : JSON.parse(text);
}

/** JavaScript's own numbers for floats, whose difference from integers counts for a verdict only. */
function withoutFloats(value: JsonValue): unknown {
  if (value instanceof Float) return value.value;
  if (typeof value !== 'object' || value === null) return value;
  const members = value as { [key: string]: unknown };
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'object' && member !== null) members[key] = withoutFloats(member);
  }
  return members;
}
