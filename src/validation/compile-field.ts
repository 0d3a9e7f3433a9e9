import type { Field } from '../contract/contract.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { inOrder } from './checks/check.ts';
import type { Check } from './checks/check.ts';
import { dateCheck } from './checks/date.ts';
import { enumCheck } from './checks/enum.ts';
import { itemsCheck } from './checks/items.ts';
import { lengthCheck } from './checks/length.ts';
import { patternCheck } from './checks/pattern.ts';
import type { DeclaredPattern } from './checks/pattern.ts';
import { propertiesCheck } from './checks/properties.ts';
import { rangeCheck } from './checks/range.ts';
import { typeCheck } from './checks/type.ts';
import type { Place } from './violation.ts';

/** What all fields of a contract share. */
export interface Scope {
  /** By the path at which the gateway looks a pattern up; fields whose paths collide share one. */
  readonly patterns: ReadonlyMap<string, DeclaredPattern>;
  readonly nullAsAbsent: boolean;
}

/** Where a field stands: the gateway's path from the event down, and the part of it that is relative to the nearest item. */
interface Standing {
  readonly absolute: string;
  readonly anchor: number;
  readonly path: JsonPath;
}

/** The check of an event's declared fields (`validate_fields` at the root). Undefined: nothing to check. */
export function compileEntities(entities: readonly Field[], scope: Scope): Check {
  const check = compileProperties(entities, scope, { absolute: '', anchor: 0, path: [] });
  return check as Check;
}

/** The gateway's path of a member: an empty prefix adds no dot (`validate_fields`, `compile_field_patterns`). */
export function memberPath(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function compileProperties(fields: readonly Field[], scope: Scope, parent: Standing): Check<never> {
  return propertiesCheck(
    fields.map((field) => {
      const absolute = memberPath(parent.absolute, field.name);
      const standing = { absolute, anchor: parent.anchor, path: [...parent.path, field.name] };
      return { field, place: placeOf(standing), check: compileValue(field, scope, standing) };
    }),
    scope.nullAsAbsent,
  );
}

function placeOf({ absolute, anchor, path }: Standing): Place {
  return { field: absolute.slice(anchor), path };
}

/** `validate_value`: type, then length, pattern, date, range, enum, properties, items. */
function compileValue(field: Field, scope: Scope, standing: Standing): Check | undefined {
  const place = placeOf(standing);
  const pattern = scope.patterns.get(standing.absolute);
  const onString = inOrder<string>(
    present([
      lengthCheck(field, place),
      pattern && patternCheck(pattern, place),
      field.type === 'date' ? dateCheck(field, place) : undefined,
    ]),
  );
  const { type } = field;
  const isText = type === 'string' || type === 'date';
  const isNumeric = type === 'integer' || type === 'float';
  const checks = present<Check>([
    isText ? (onString as Check | undefined) : undefined,
    type === 'any' && onString ? whenString(onString) : undefined,
    isNumeric || type === 'any' ? rangeCheck(field, place) : undefined,
    enumCheck(field, place),
    type === 'object' && field.properties ? (compileProperties(field.properties, scope, standing) as Check) : undefined,
    type === 'array' && field.items ? (compileItems(field.items, scope, standing) as Check) : undefined,
  ]);
  return typeCheck(field, place, inOrder(checks));
}

/**
 * The gateway looks patterns up by the path with its indices (`a[0]`), while a contract declares them without. So no pattern
 * under `items` is ever enforced, unless a field is itself named like an indexed path.
 */
function compileItems(item: Field, scope: Scope, array: Standing): Check<readonly JsonValue[]> | undefined {
  const at = (index: string, patterns: Scope['patterns']): Check | undefined => {
    const absolute = `${array.absolute}[${index}]`;
    return compileValue(item, { ...scope, patterns }, { absolute, anchor: absolute.length, path: [] });
  };
  const named = new Map<number, Check | undefined>();
  for (const key of scope.patterns.keys()) {
    const index = key.startsWith(array.absolute)
      ? /^\[(0|[1-9]\d*)\]/.exec(key.slice(array.absolute.length))?.[1]
      : undefined;
    if (index !== undefined) named.set(Number(index), at(index, scope.patterns));
  }
  const unnamed = at('', new Map());
  if (unnamed === undefined && named.size === 0) return undefined;
  return itemsCheck(unnamed, named, placeOf(array));
}

function whenString(check: Check<string>): Check {
  return (value, breaches) => {
    if (typeof value === 'string') check(value, breaches);
  };
}

function present<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value): value is Value => value !== undefined);
}
