import type { Contract, Field } from '../contract/contract.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { isObject } from '../validation/json-type.ts';
import type { Breach } from '../validation/violation.ts';

/** What stands in reports for a value that must not be shown; its length tells nothing about the value's. */
const mask = '****';

/** Fields that declare a PII `transform`, as a tree of names; `items` stand under `[]`. */
export interface SensitiveFields {
  /** The value here, with everything in it. */
  readonly whole: boolean;
  readonly members: ReadonlyMap<string, SensitiveFields>;
  readonly items?: SensitiveFields;
}

/**
 * The fields of a contract whose values must not reach a report. Wider than the gateway, which transforms top-level fields
 * only: a transform anywhere says that the value is personal. Undefined: none.
 */
export function sensitiveFields(contract: Contract): SensitiveFields | undefined {
  return ofFields(contract.entities);
}

function ofFields(fields: readonly Field[]): SensitiveFields | undefined {
  const members = new Map<string, SensitiveFields>();
  for (const field of fields) {
    const found = merge(members.get(field.name), ofField(field));
    if (found !== undefined) members.set(field.name, found);
  }
  return members.size === 0 ? undefined : { whole: false, members };
}

function ofField(field: Field): SensitiveFields | undefined {
  if (field.transform !== undefined) return { whole: true, members: new Map() };
  const nested = field.properties && ofFields(field.properties);
  const items = field.items && ofField(field.items);
  if (nested === undefined && items === undefined) return undefined;
  return { whole: false, members: nested?.members ?? new Map(), ...(items && { items }) };
}

/** Two entities may have one name; both are checked, so both count. */
function merge(left: SensitiveFields | undefined, right: SensitiveFields | undefined): SensitiveFields | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const members = new Map(left.members);
  for (const [name, fields] of right.members) members.set(name, merge(members.get(name), fields) ?? fields);
  const items = merge(left.items, right.items);
  return { whole: left.whole || right.whole, members, ...(items && { items }) };
}

/** The breach with every value masked that must not be shown. Before wording, so that no sentence can leak one. */
export function redactBreach(breach: Breach, fields: SensitiveFields): Breach {
  // Of a value of the wrong type the sentence only names the type.
  if (!('value' in breach) || breach.rule === 'type' || breach.rule === 'wrapper') return breach;
  const here = fieldsAt(fields, breach.path);
  return here === undefined ? breach : ({ ...breach, value: maskValue(breach.value, here) } as Breach);
}

/** The tree below a path; under a value that is sensitive as a whole, everything is. */
function fieldsAt(fields: SensitiveFields, path: JsonPath): SensitiveFields | undefined {
  let here: SensitiveFields | undefined = fields;
  for (const step of path) {
    if (here === undefined || here.whole) return here;
    here = typeof step === 'number' ? here.items : here.members.get(step);
  }
  return here;
}

function maskValue(value: JsonValue, fields: SensitiveFields): JsonValue {
  if (fields.whole) return value === null ? null : mask;
  if (Array.isArray(value)) {
    const { items } = fields;
    return items === undefined ? value : value.map((item) => maskValue(item, items));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const inside = fields.members.get(key);
      return [key, inside === undefined ? member : maskValue(member, inside)];
    }),
  );
}
