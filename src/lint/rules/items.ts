import type { DeclaredField } from '../declared-fields.ts';
import { pathText } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules } from '../rule.ts';

function belowArrays(fields: readonly DeclaredField[]): readonly DeclaredField[] {
  return fields.filter(({ insideItems }) => insideItems);
}

export const itemRules: Rules = {
  'pattern-in-items': {
    severity: 'warning',
    summary: 'A pattern anywhere below items is never enforced.',
    explanation: `The gateway compiles patterns of entities and of properties of objects, but never goes into items. A
pattern there is not even read: one that is no regular expression is accepted too. This holds for
properties of objects in arrays as well. An enum, min_length and max_length do work there.`,
    bad: example({
      entities: ["{ name: tags, type: array, items: { name: tag, type: string, pattern: '^[a-z]+$' } }"],
    }),
    good: example({
      entities: ['{ name: tags, type: array, items: { name: tag, type: string, enum: [new, used] } }'],
    }),
    *check({ fields }) {
      for (const { field, path } of belowArrays(fields)) {
        if (field.pattern === undefined || !['string', 'date', 'any'].includes(field.type)) continue;
        const message = `the pattern of \`${pathText(path)}\` is never enforced, since it stands below \`items\``;
        yield { at: placeOf(field.at, 'pattern'), message };
      }
    },
  },
  'transform-in-items': {
    severity: 'warning',
    summary: 'A PII transform anywhere below items is never run.',
    explanation: `The gateway transforms entities at the top level only. A transform below items is accepted on any
type, and the value is stored as it came. Move the personal data to a field at the top level, or
remove it before it is sent.`,
    bad: example({
      entities: ['{ name: emails, type: array, items: { name: email, type: string, transform: { kind: hash } } }'],
    }),
    good: example({ entities: ['{ name: email, type: string, transform: { kind: hash } }'] }),
    *check({ fields }) {
      for (const { field, path } of belowArrays(fields)) {
        if (field.transform === undefined) continue;
        const message = `the transform of \`${pathText(path)}\` is never run, so the value is stored as it came`;
        yield { at: placeOf(field.at, 'transform'), message };
      }
    },
  },
};
