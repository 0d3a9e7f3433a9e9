import type { YamlScalar } from './node.ts';

/** What serde_yaml 0.9 takes a scalar for: integers are bigint, floats are number. */
export type ScalarValue = null | boolean | bigint | number | string;

/** A scalar that contradicts its own tag, such as `!!int x`. */
export class TagMismatch {
  readonly expected: string;

  constructor(expected: string) {
    this.expected = expected;
  }
}

export const NULL_TAG = 'tag:yaml.org,2002:null';
export const BOOL_TAG = 'tag:yaml.org,2002:bool';
export const INT_TAG = 'tag:yaml.org,2002:int';
export const FLOAT_TAG = 'tag:yaml.org,2002:float';

const BOOLEANS = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const NON_FINITE = new Map([
  ['.inf', Infinity],
  ['.Inf', Infinity],
  ['.INF', Infinity],
  ['+.inf', Infinity],
  ['+.Inf', Infinity],
  ['+.INF', Infinity],
  ['-.inf', -Infinity],
  ['-.Inf', -Infinity],
  ['-.INF', -Infinity],
  ['.nan', NaN],
  ['.NaN', NaN],
  ['.NAN', NaN],
]);

export const U64_MAX: bigint = 2n ** 64n - 1n;
export const I64_MIN: bigint = -(2n ** 63n);
const U128_MAX = 2n ** 128n - 1n;
const I128_MIN = -(2n ** 127n);

/** `parse_null` */
export function isNull(text: string): boolean {
  return text === '~' || text === 'null' || text === 'Null' || text === 'NULL';
}

/** `parse_bool` */
export function parseBoolean(text: string): boolean | undefined {
  return BOOLEANS.get(text);
}

/** At most 128 bits: a text that matches is cheap to convert, however long. */
const INTEGER = /^([+-]?)(0x0*[0-9a-fA-F]{1,32}|0o0*[0-7]{1,43}|0b0*[01]{1,128}|0|[1-9][0-9]{0,38})$/;

/** `parse_unsigned_int` and `parse_negative_int`, up to 128 bits: `12`, `+0x1F`, `-0o17`, but not `017` or `1_000`. */
export function parseInteger(text: string): bigint | undefined {
  const [, sign, digits] = INTEGER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const integer = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return integer >= I128_MIN && integer <= U128_MAX ? integer : undefined;
}

/** `parse_f64`: what Rust reads as a finite float, and YAML's names of the others; `017` is 17. */
export function parseFloat64(text: string): number | undefined {
  const named = NON_FINITE.get(text);
  if (named !== undefined) return named;
  if (!/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return undefined;
  const float = Number(text);
  return Number.isFinite(float) ? float : undefined;
}

/** `visit_scalar` */
export function resolveScalar(scalar: YamlScalar): ScalarValue | TagMismatch {
  const { text, tag } = scalar;
  switch (tag) {
    case BOOL_TAG:
      return parseBoolean(text) ?? new TagMismatch('a boolean');
    case INT_TAG:
      return parseInteger(text) ?? new TagMismatch('an integer');
    case FLOAT_TAG:
      return parseFloat64(text) ?? new TagMismatch('a float');
    case NULL_TAG:
      return isNull(text) ? null : new TagMismatch('null');
    default:
      return scalar.style === 'plain' && (tag === undefined || tag.startsWith('!')) ? resolvePlain(text) : text;
  }
}

/** `visit_untagged_scalar` */
function resolvePlain(text: string): ScalarValue {
  if (text === '' || isNull(text)) return null;
  return parseBoolean(text) ?? parseInteger(text) ?? (isZeroLed(text) ? undefined : parseFloat64(text)) ?? text;
}

/** `digits_but_not_number`: YAML 1.2 makes `017` neither octal nor decimal. */
function isZeroLed(text: string): boolean {
  return /^[+-]?0[0-9]+$/.test(text);
}
