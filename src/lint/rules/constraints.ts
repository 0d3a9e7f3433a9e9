import type { Field, FieldType } from '../../contract/contract.ts';
import { withArticle } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules } from '../rule.ts';

interface Constraint {
  readonly key: string;
  readonly declared: (field: Field) => unknown;
  /** The types whose values the gateway holds against it (`validate_value`). */
  readonly types: readonly FieldType[];
}

const texts: readonly FieldType[] = ['string', 'date', 'any'];
const numbers: readonly FieldType[] = ['integer', 'float', 'any'];

const constraints: readonly Constraint[] = [
  { key: 'pattern', declared: ({ pattern }) => pattern, types: texts },
  { key: 'min_length', declared: ({ minLength }) => minLength, types: texts },
  { key: 'max_length', declared: ({ maxLength }) => maxLength, types: texts },
  { key: 'min', declared: ({ min }) => min, types: numbers },
  { key: 'max', declared: ({ max }) => max, types: numbers },
  { key: 'properties', declared: ({ properties }) => properties, types: ['object'] },
  { key: 'items', declared: ({ items }) => items, types: ['array'] },
];

function* misplaced(field: Field): Generator<Constraint> {
  for (const constraint of constraints) {
    if (constraint.declared(field) !== undefined && !constraint.types.includes(field.type)) yield constraint;
  }
}

function isRangeOfDate({ type }: Field, { key }: Constraint): boolean {
  return type === 'date' && (key === 'min' || key === 'max');
}

export const constraintRules: Rules = {
  'inapplicable-constraint': {
    severity: 'warning',
    summary: 'A constraint on a type that it does not apply to is never checked.',
    explanation: `pattern, min_length and max_length apply to text (string, date, any), min and max to numbers (integer,
float, any), properties to object and items to array. On other types the gateway accepts them and
never looks at them again; members below such properties or items are not checked either.`,
    bad: example({ entities: ['{ name: code, type: string, min: 3 }'] }),
    good: example({ entities: ['{ name: code, type: string, min_length: 3 }'] }),
    *check({ fields }) {
      for (const { field } of fields) {
        for (const constraint of misplaced(field)) {
          if (isRangeOfDate(field, constraint)) continue;
          const { key, types } = constraint;
          const message = `\`${key}\` is never checked on ${withArticle(field.type)}: it applies to ${types.join(', ')}`;
          yield { at: placeOf(field.at, key), message };
        }
      }
    },
  },
  'range-on-date': {
    severity: 'warning',
    summary: 'min and max are never checked on a date.',
    explanation: `A date is text to the gateway, and min and max compare numbers. For a range of dates use a pattern
(on a year, say), or check it downstream.`,
    bad: example({ entities: ['{ name: born, type: date, min: 1900 }'] }),
    good: example({ entities: ["{ name: born, type: date, pattern: '^(19|20)[0-9]{2}-' }"] }),
    *check({ fields }) {
      for (const { field } of fields) {
        for (const constraint of misplaced(field)) {
          if (!isRangeOfDate(field, constraint)) continue;
          const { key } = constraint;
          yield { at: placeOf(field.at, key), message: `\`${key}\` is never checked on a date, which is text` };
        }
      }
    },
  },
};
