import type { Field } from '../../contract/contract.ts';
import { pathText } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Finding, Rules } from '../rule.ts';

export const nameRules: Rules = {
  'duplicate-name': {
    severity: 'warning',
    summary: 'Two fields of one object have the same name.',
    explanation: `The gateway does not choose: it checks the value against both declarations, and reports a missing
one twice. Only the last pattern of the two is used, for both.`,
    bad: example({ entities: ['{ name: id, type: string }', '{ name: id, type: string, required: false }'] }),
    good: example({ entities: ['{ name: id, type: string }'] }),
    *check({ contract, fields }) {
      yield* duplicates(contract.entities);
      for (const { field } of fields) {
        if (field.type === 'object' && field.properties !== undefined) yield* duplicates(field.properties);
      }
    },
  },
  'colliding-path': {
    severity: 'warning',
    summary: 'A name with a dot reads like the path of a nested field.',
    explanation: `The gateway keeps patterns by dotted path, so an entity named a.b and a property b of the object a
share one: the last that the contract declares. Its reports call both a.b. Metrics and quality rules
that name a.b always mean the nested field.`,
    bad: example({
      entities: [
        "{ name: 'user.id', type: string }",
        '{ name: user, type: object, properties: [{ name: id, type: string }] }',
      ],
    }),
    good: example({
      entities: [
        '{ name: user_id, type: string }',
        '{ name: user, type: object, properties: [{ name: id, type: string }] }',
      ],
    }),
    *check({ fields }) {
      const lengths = new Map<string, number>();
      for (const { field, path } of fields) {
        const text = pathText(path);
        const length = lengths.get(text);
        if (length === undefined) lengths.set(text, path.length);
        else if (length !== path.length) {
          const message = `two fields have the path \`${text}\`, one of them by a dot in its name, and share the last pattern`;
          yield { at: placeOf(field.at, 'name'), message };
        }
      }
    },
  },
};

function* duplicates(siblings: readonly Field[]): Generator<Finding> {
  const names = new Set<string>();
  for (const { name, at } of siblings) {
    if (names.has(name)) {
      const message = `\`${name}\` is declared twice, and a value must satisfy both declarations`;
      yield { at: placeOf(at, 'name'), message };
    }
    names.add(name);
  }
}
