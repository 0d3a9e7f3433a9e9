import type { Contract, Field } from '../contract/contract.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { closest } from '../nearest.ts';
import { isObject } from '../validation/json-type.ts';
import type { Breach } from '../validation/violation.ts';

/** What stands in reports for a value that must not be shown; its length tells nothing about the value's. */
export const mask = '****';

/** The declared fields of a contract as a tree of names; `items` stand under `[]`. */
export interface SensitiveFields {
  /** The value here declares a PII `transform`, and so must not be shown, with everything in it. */
  readonly whole: boolean;
  /** `whole` holds for something here or below. */
  readonly touches: boolean;
  readonly members: ReadonlyMap<string, SensitiveFields>;
  readonly items?: SensitiveFields;
}

/**
 * The fields of a contract, where the values of some must not reach a report. Wider than the gateway, which transforms
 * top-level fields only: a transform anywhere says that the value is personal. Undefined: none is.
 */
function sensitiveFields({ entities, glossary }: Contract): SensitiveFields | undefined {
  const fields = ofFields(entities);
  if (!fields.touches) return undefined;
  const members = new Map(fields.members);
  for (const { field, synonyms = [] } of glossary) {
    const named = members.get(field);
    if (named?.touches) for (const synonym of synonyms) members.set(synonym, merge(members.get(synonym), named));
  }
  return { ...fields, members };
}

/** By contract: thousands of fixtures share one. */
const ofContracts = new WeakMap<Contract, SensitiveFields | undefined>();

/** What must not be shown by any of several contracts. */
export function sensitiveInAny(contracts: readonly { readonly contract: Contract }[]): SensitiveFields | undefined {
  const known = contracts.map(({ contract }) => {
    if (!ofContracts.has(contract)) ofContracts.set(contract, sensitiveFields(contract));
    return ofContracts.get(contract);
  });
  return known.filter((fields) => fields !== undefined).reduce<SensitiveFields | undefined>(merge, undefined);
}

function ofFields(fields: readonly Field[]): SensitiveFields {
  const members = new Map<string, SensitiveFields>();
  for (const field of fields) members.set(field.name, merge(members.get(field.name), ofField(field)));
  return { whole: false, touches: [...members.values()].some(({ touches }) => touches), members };
}

function ofField({ transform, properties = [], items }: Field): SensitiveFields {
  const whole = transform !== undefined;
  const nested = ofFields(properties);
  const inItems = items && ofField(items);
  const touches = whole || nested.touches || (inItems?.touches ?? false);
  return { whole, touches, members: nested.members, ...(inItems && { items: inItems }) };
}

/** Two entities may have one name, and two contracts one field; what any of them hides is hidden. */
function merge(left: SensitiveFields | undefined, right: SensitiveFields): SensitiveFields {
  if (left === undefined) return right;
  const members = new Map(left.members);
  for (const [name, fields] of right.members) members.set(name, merge(members.get(name), fields));
  const items = right.items === undefined ? left.items : merge(left.items, right.items);
  return {
    whole: left.whole || right.whole,
    touches: left.touches || right.touches,
    members,
    ...(items && { items }),
  };
}

/**
 * The trees that may hold below a step, given those that may hold here. A name that is declared nowhere here may be a misspelt
 * one: what it most resembles holds for it.
 */
export function below(here: readonly SensitiveFields[], step: string | number): readonly SensitiveFields[] {
  if (typeof step === 'number') return here.flatMap(({ items }) => items ?? []);
  const declared = here.flatMap(({ members }) => members.get(step) ?? []);
  return declared.length > 0 ? declared : here.flatMap((fields) => resembled(fields, step) ?? []);
}

/** Undeclared names come again with every event. */
const known = new WeakMap<SensitiveFields, Map<string, SensitiveFields | undefined>>();

function resembled(fields: SensitiveFields, name: string): SensitiveFields | undefined {
  if (!fields.touches) return undefined;
  const names = known.get(fields) ?? new Map<string, SensitiveFields | undefined>();
  known.set(fields, names);
  if (!names.has(name)) names.set(name, resembling(fields, name));
  return names.get(name);
}

/** Of the same letters and digits, or one or two away (`emial`), or with the name in it (`user_email`). */
function resembling({ members }: SensitiveFields, name: string): SensitiveFields | undefined {
  const hidden = new Map(
    [...members].filter(([, { touches }]) => touches).map(([key, fields]) => [plain(key), fields]),
  );
  const word = plain(name);
  const near = closest(word, hidden.keys()) ?? [...hidden.keys()].find((key) => key.length >= 3 && word.includes(key));
  return near === undefined ? undefined : hidden.get(near);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The breach with everything masked that tells of a value that must not be shown. Before wording, so that no sentence can leak
 * one. `depth`: how many steps of the breach's path lead to the event.
 */
export function redactBreach(breach: Breach, fields: SensitiveFields, depth: number): Breach {
  const here = breach.rule === 'wrapper' ? undefined : fieldsAt(fields, breach.path.slice(depth));
  // Of a value of the wrong type the sentence only names the type.
  if (here === undefined || breach.rule === 'type') return breach;
  if ('length' in breach) return here.whole ? { ...breach, length: mask } : breach;
  if (!('value' in breach)) return breach;
  return { ...breach, value: maskValue(breach.value, [here], fields) } as Breach;
}

/** Whether the value at a path must not be shown. */
export function isSensitiveAt(fields: SensitiveFields, path: JsonPath): boolean {
  return fieldsAt(fields, path)?.whole ?? false;
}

/** Whether the value at a path that may begin anywhere, as in the whole document around an event, might have to be hidden. */
export function mayBeSensitiveAt(fields: SensitiveFields, path: JsonPath): boolean {
  let here: readonly SensitiveFields[] = [fields];
  return path.some((step) => {
    here = [fields, ...below(here, step)];
    return here.some(({ whole }) => whole);
  });
}

/** The names of all fields. */
export function namesOf(fields: SensitiveFields): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = ({ members, items }: SensitiveFields): void => {
    for (const [name, member] of members) {
      names.add(name);
      collect(member);
    }
    if (items !== undefined) collect(items);
  };
  collect(fields);
  return names;
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

function maskValue(value: JsonValue, here: readonly SensitiveFields[], root: SensitiveFields): JsonValue {
  if (here.some(({ whole }) => whole)) return value === null ? null : mask;
  const inside = (member: JsonValue, step: string | number): JsonValue =>
    maskValue(member, below([...here, root], step), root);
  if (Array.isArray(value)) return value.map(inside);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inside(member, key)]));
}
