import type { Contract, Field } from '../contract/contract.ts';

/** A field that the gateway looks at, wherever it is declared. */
export interface DeclaredField {
  readonly field: Field;
  /** Names from the event down; `[]` stands for the elements of an array. */
  readonly path: readonly string[];
  /** Somewhere below an array. */
  readonly insideItems: boolean;
}

/** In the contract's order. Neither `properties` of what is no object nor `items` of what is no array are ever looked at. */
export function declaredFields({ entities }: Contract): DeclaredField[] {
  const found: DeclaredField[] = [];
  const visit = (field: Field, path: readonly string[], insideItems: boolean): void => {
    found.push({ field, path, insideItems });
    const { type, properties = [], items } = field;
    if (type === 'object') for (const property of properties) visit(property, [...path, property.name], insideItems);
    if (type === 'array' && items !== undefined) visit(items, [...path, '[]'], true);
  };
  for (const entity of entities) visit(entity, [entity.name], false);
  return found;
}

/** As the gateway writes it: `order.lines[].sku`. */
export function pathText(path: readonly string[]): string {
  return path.reduce((text, step) => (step === '[]' ? `${text}[]` : `${text}.${step}`));
}

export type ResolvedPath =
  | { readonly kind: 'declared'; readonly steps: readonly Field[] }
  /** Below a field whose members the contract leaves open. */
  | { readonly kind: 'open' }
  | { readonly kind: 'undeclared'; readonly because: string };

/** What a metric or a quality rule names: a dot path through objects, never into arrays (`resolve_path`). */
export function resolvePath(entities: readonly Field[], path: string): ResolvedPath {
  const steps: Field[] = [];
  let members = entities;
  for (const name of path.split('.')) {
    const parent = steps.at(-1);
    if (parent?.type === 'any' || (parent?.type === 'object' && parent.properties === undefined)) {
      return { kind: 'open' };
    }
    if (parent !== undefined && parent.type !== 'object') {
      const why = parent.type === 'array' ? 'which a path never enters' : 'which has no members';
      return { kind: 'undeclared', because: `\`${parent.name}\` is ${withArticle(parent.type)}, ${why}` };
    }
    const field = byName(members).get(name);
    if (field === undefined) return { kind: 'undeclared', because: undeclared(entities, path) };
    steps.push(field);
    members = field.properties ?? none;
  }
  return { kind: 'declared', steps };
}

function undeclared(entities: readonly Field[], path: string): string {
  return byName(entities).has(path)
    ? 'the dot in the name of that entity separates two names in a path'
    : 'the ontology does not declare it';
}

const none: readonly Field[] = [];

const indexes = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** Built once for each list, which may be long. */
function byName(members: readonly Field[]): ReadonlyMap<string, Field> {
  let index = indexes.get(members);
  if (index === undefined) {
    index = new Map(members.map((member) => [member.name, member]));
    indexes.set(members, index);
  }
  return index;
}

/** A type in a sentence. */
export function withArticle(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}
