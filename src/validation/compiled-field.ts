import type { Field, FieldType, KeyRange } from '../contract/contract.ts';
import type { JsonValue } from '../json-value.ts';
import type { Matcher } from '../pattern/matcher.ts';
import type { Place } from './violation.ts';

/**
 * A field ready to be checked. All have one shape and are looked at by plain functions, which runs faster than a closure per
 * field and rule: V8 inlines the functions, and cannot inline closures that differ from field to field.
 */
export interface CompiledField extends Place {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The name is that of a member of `Object.prototype`, such as `constructor`: only an own member counts. */
  readonly inherited: boolean;
  readonly minLength: number | bigint;
  readonly maxLength: number | bigint;
  readonly pattern: DeclaredPattern | undefined;
  /** NaN where there is none: no number is below or above it, which holds for the gateway's own `.nan` too. */
  readonly min: number;
  readonly max: number;
  /** What `min`, `max` and the metrics that are judged with this field leave; NaN where there is no bound. */
  readonly lowest: number;
  readonly highest: number;
  /** `required`, or there must be a value because of a metric. */
  readonly needed: boolean;
  readonly allowed: AllowedValues | undefined;
  readonly properties: CompiledProperties | undefined;
  readonly items: CompiledItems | undefined;
  readonly nullAsAbsent: boolean;
  readonly at: Field['at'];
}

/** The declared members of an object. */
export interface CompiledProperties {
  /** In the contract's order; several may have one name. */
  readonly fields: readonly CompiledField[];
  readonly byName: ReadonlyMap<string, CompiledField>;
  /** How many members must be there: an impossible number where several fields have one name, of which `byName` has one. */
  readonly needed: number;
  /** No others may be there. */
  readonly closed: boolean;
}

/** A pattern that the contract declares, with the place of its `pattern` key. */
export interface DeclaredPattern {
  readonly matcher: Matcher;
  readonly at: KeyRange | undefined;
}

export interface AllowedValues {
  readonly scalars: ReadonlySet<JsonValue>;
  readonly others: readonly JsonValue[];
  readonly all: readonly JsonValue[];
}

export interface CompiledItems {
  readonly unnamed: CompiledField;
  /** The elements that are checked otherwise than the rest, by index. */
  readonly named: ReadonlyMap<number, CompiledField> | undefined;
}
