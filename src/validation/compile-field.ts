import type { Contract, Field, Metric } from '../contract/contract.ts';
import type { JsonPath } from '../json-value.ts';
import { allowedValues } from './checks/enum.ts';
import type { CompiledField, CompiledItems, CompiledProperties, DeclaredPattern } from './compiled-field.ts';

/** What all fields of a contract share. */
export interface Scope {
  /** By the path at which the gateway looks a pattern up; fields whose paths collide share one. */
  readonly patterns: ReadonlyMap<string, DeclaredPattern>;
  readonly nullAsAbsent: boolean;
  /** Those that a look at a field answers; for the event's own fields only. */
  readonly metrics: readonly Metric[];
}

/** Where a field stands: the gateway's path from the event down, and the part of it that is relative to the nearest item. */
interface Standing {
  readonly absolute: string;
  readonly anchor: number;
  readonly path: JsonPath;
}

/** The declared fields of an event. */
export function compileEntities(contract: Contract, patterns: Scope['patterns']): CompiledProperties {
  const { entities, nullAsAbsent, complianceMode: closed } = contract;
  const metrics = contract.metrics.filter((metric) => isMetricOfField(metric, entities));
  const event = { absolute: '', anchor: 0, path: [] };
  return { ...compileProperties(entities, { patterns, nullAsAbsent, metrics }, event), closed };
}

/** Whether a metric asks of a field of the event no more than to be there, with a number of some range. */
export function isMetricOfField({ field }: Metric, entities: readonly Field[]): boolean {
  return entities.some(({ name, type }) => name === field && (type === 'integer' || type === 'float'));
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
  const needed = byName.size === fields.length ? fields.filter((field) => field.needed).length : Infinity;
  return { fields, byName, needed, closed: false };
}

function compileField(field: Field, scope: Scope, standing: Standing): CompiledField {
  const { name, type, required, min = Number.NaN, max = Number.NaN, properties, items } = field;
  const metrics = scope.metrics.filter((metric) => metric.field === name);
  const inside = { ...scope, metrics: [] };
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
    min,
    max,
    lowest: metrics.reduce((bound, metric) => tighter(Math.max, bound, metric.min), min),
    highest: metrics.reduce((bound, metric) => tighter(Math.min, bound, metric.max), max),
    needed: required || metrics.length > 0,
    allowed: field.enum && allowedValues(field.enum),
    properties: type === 'object' && properties ? compileProperties(properties, inside, standing) : undefined,
    items: type === 'array' && items ? compileItems(items, inside, standing) : undefined,
    nullAsAbsent: scope.nullAsAbsent,
    at: field.at,
  };
}

/** NaN is no bound. */
function tighter(pick: (one: number, other: number) => number, bound: number, other = Number.NaN): number {
  return Number.isNaN(bound) ? other : Number.isNaN(other) ? bound : pick(bound, other);
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
