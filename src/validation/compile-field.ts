import type { Field } from '../contract/contract.ts';
import type { JsonPath } from '../json-value.ts';
import { allowedValues } from './checks/enum.ts';
import type { CompiledField, CompiledItems, CompiledProperties, DeclaredPattern } from './compiled-field.ts';

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

/** The declared fields of an event. */
export function compileEntities(entities: readonly Field[], scope: Scope): CompiledProperties {
  return compileProperties(entities, scope, { absolute: '', anchor: 0, path: [] });
}

/** The gateway's path of a member: an empty prefix adds no dot (`validate_fields`, `compile_field_patterns`). */
export function memberPath(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function compileProperties(declared: readonly Field[], scope: Scope, parent: Standing): CompiledProperties {
  const fields = declared.map((field) =>
    compileField(field, scope, {
      absolute: memberPath(parent.absolute, field.name),
      anchor: parent.anchor,
      path: [...parent.path, field.name],
    }),
  );
  const byName = new Map(fields.map((field) => [field.name, field]));
  const required = byName.size === fields.length ? fields.filter((field) => field.required).length : Infinity;
  return { fields, byName, required };
}

function compileField(field: Field, scope: Scope, standing: Standing): CompiledField {
  const { name, type, required, properties, items } = field;
  return {
    field: standing.absolute.slice(standing.anchor),
    path: standing.path,
    name,
    type,
    required,
    inherited: name in Object.prototype,
    minLength: field.minLength ?? 0,
    maxLength: field.maxLength ?? Infinity,
    pattern: scope.patterns.get(standing.absolute),
    min: field.min ?? Number.NaN,
    max: field.max ?? Number.NaN,
    allowed: field.enum && allowedValues(field.enum),
    properties: type === 'object' && properties ? compileProperties(properties, scope, standing) : undefined,
    items: type === 'array' && items ? compileItems(items, scope, standing) : undefined,
    nullAsAbsent: scope.nullAsAbsent,
    at: field.at,
  };
}

/**
 * The gateway looks patterns up by the path with its indices (`a[0]`), while a contract declares them without. So no pattern
 * under `items` is ever enforced, unless a field is itself named like an indexed path.
 */
function compileItems(item: Field, scope: Scope, array: Standing): CompiledItems {
  const compile = (index: string, patterns: Scope['patterns']): CompiledField => {
    const absolute = `${array.absolute}[${index}]`;
    return compileField(item, { ...scope, patterns }, { absolute, anchor: absolute.length, path: [] });
  };
  const named = new Map<number, CompiledField>();
  for (const key of scope.patterns.keys()) {
    if (!key.startsWith(array.absolute)) continue;
    const index = /^\[(0|[1-9]\d*)\]/.exec(key.slice(array.absolute.length))?.[1];
    if (index !== undefined) named.set(Number(index), compile(index, scope.patterns));
  }
  return { unnamed: compile('', new Map()), named: named.size > 0 ? named : undefined };
}
