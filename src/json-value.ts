/**
 * A JSON value with the number types of serde_json kept apart, since the gateway's verdict depends on them.
 *
 * - an integer that fits a JavaScript safe integer is a `number`
 * - a larger integer within i64 or u64 is a `bigint`
 * - a float whose value is not integral is a `number`
 * - a float whose value is integral (`1.0`, `1e2`, `-0`, anything beyond u64) is a `Float`
 *
 * So `typeof value === 'number'` with an integral value always means an integer.
 */
export type JsonValue = null | boolean | number | bigint | Float | string | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

/** A JSON float that JavaScript would take for an integer. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** Where a value stands inside a JSON document: object keys and array indices from the root. */
export type JsonPath = readonly (string | number)[];

/** Half-open range of UTF-16 code units in a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
