import fc from 'fast-check';

/** What of JSON Schema the schemas of this package use. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/**
 * Documents that a schema takes, and documents that are not quite so: a wrong value, a missing key, a key too many.
 * `words` are strings worth trying wherever a string can stand.
 */
export function nearDocuments(root: Schema, words: readonly string[]): fc.Arbitrary<unknown> {
  const string = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'grapheme' }));
  const number = fc.oneof(
    fc.integer(),
    fc.nat(20),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(2 ** 53 - 1, 2 ** 63, 1e15, 1e19),
  );
  const scalar: { readonly [type: string]: fc.Arbitrary<unknown> } = {
    string,
    number,
    integer: fc.oneof(fc.nat(), number),
    boolean: fc.boolean(),
    null: fc.constant(null),
  };
  const anything = fc.oneof(string, number, fc.boolean(), fc.constant(null), fc.constantFrom([], {}, [null], { a: 1 }));

  const near = (schema: Schema, depth: number): fc.Arbitrary<unknown> =>
    depth > 7 ? anything : fc.oneof({ weight: 40, arbitrary: fitting(schema, depth) }, anything);

  const fitting = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (schema.$ref !== undefined) {
      const target = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
      if (target === undefined) throw new Error(`the schema has no ${schema.$ref}`);
      return near(target, depth + 1);
    }
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => near(one, depth)));
    const types = [schema.type ?? 'string'].flat();
    return fc.oneof(...types.map((type) => ofType(type, schema, depth)));
  };

  const ofType = (type: string, schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (type === 'array') return fc.array(schema.items ? near(schema.items, depth + 1) : anything, { maxLength: 3 });
    if (type !== 'object') return scalar[type] ?? anything;
    return object(schema, depth);
  };

  const object = ({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> => {
    const members = Object.entries(properties).map(([name, member]) => {
      const present = required.includes(name) ? 60 : 20;
      return fc.oneof(
        { weight: present, arbitrary: near(member, depth + 1).map((value) => [[name, value]] as const) },
        { weight: required.includes(name) ? 1 : 60, arbitrary: fc.constant([]) },
      );
    });
    const extra = fc.oneof(
      { weight: 60, arbitrary: fc.constant([]) },
      fc.tuple(string, anything).map((entry) => [entry]),
    );
    return fc.tuple(...members, extra).map((entries) => Object.fromEntries(entries.flat() as [string, unknown][]));
  };

  return near(root, 0);
}
