import type { KeyRanges } from '../../contract/contract.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Finding, Rules, Subject } from '../rule.ts';

interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly integral: boolean;
  readonly at: KeyRanges;
}

/** The ranges that the gateway holds numbers against. */
function rangesOf({ contract, fields }: Subject): Range[] {
  const numeric = fields.map(({ field }) => field).filter(({ type }) => ['integer', 'float', 'any'].includes(type));
  return [
    ...numeric.map((field) => ({ ...field, integral: field.type === 'integer' })),
    ...contract.metrics.filter(({ field }) => field !== undefined).map((metric) => ({ ...metric, integral: false })),
  ];
}

export const boundRules: Rules = {
  'impossible-range': {
    severity: 'warning',
    summary: 'No number is at least min and at most max.',
    explanation: `The gateway does not compare the two bounds with each other. Where min is above max, or no integer
lies between them, every event that has the field fails. Bounds are inclusive.`,
    bad: example({ entities: ['{ name: score, type: integer, min: 10, max: 1 }'] }),
    good: example({ entities: ['{ name: score, type: integer, min: 1, max: 10 }'] }),
    *check(subject) {
      for (const { min, max, integral, at } of rangesOf(subject)) {
        // JSON numbers are finite, so a lone `.inf` can leave none.
        const lowest = min ?? -Number.MAX_VALUE;
        const highest = max ?? Number.MAX_VALUE;
        const none = integral ? Math.ceil(lowest) > Math.floor(highest) : lowest > highest;
        if (!none && lowest !== Infinity && highest !== -Infinity) continue;
        const message = `no ${integral ? 'integer' : 'number'} is ${rangeText(min, max)}, so every event with one fails`;
        yield { at: placeOf(at, 'min', 'max'), message };
      }
    },
  },
  'impossible-length': {
    severity: 'warning',
    summary: 'No text is at least min_length and at most max_length bytes long.',
    explanation: `The gateway does not compare the two limits with each other, so every text fails one of them.
Lengths are bytes of UTF-8, both limits are inclusive.`,
    bad: example({ entities: ['{ name: code, type: string, min_length: 8, max_length: 4 }'] }),
    good: example({ entities: ['{ name: code, type: string, min_length: 4, max_length: 8 }'] }),
    *check({ fields }) {
      for (const { field } of fields) {
        const { minLength, maxLength, type, at } = field;
        if (minLength === undefined || maxLength === undefined || minLength <= maxLength) continue;
        if (!['string', 'date', 'any'].includes(type)) continue;
        const message = `no text is ${minLength} to ${maxLength} bytes long, so every event with one fails`;
        yield { at: placeOf(at, 'min_length'), message };
      }
    },
  },
  'nan-bound': {
    severity: 'warning',
    summary: 'A bound of .nan is never exceeded.',
    explanation: `The gateway takes YAML's .nan for a bound, and no number is below or above it: the constraint never
applies.`,
    bad: example({ entities: ['{ name: ratio, type: float, min: 0, max: .nan }'] }),
    good: example({ entities: ['{ name: ratio, type: float, min: 0, max: 1 }'] }),
    *check(subject) {
      for (const range of rangesOf(subject)) yield* nanBounds(range);
    },
  },
};

function* nanBounds({ min, max, at }: Range): Generator<Finding> {
  for (const [key, bound] of Object.entries({ min, max })) {
    if (Number.isNaN(bound)) yield { at: placeOf(at, key), message: `\`${key}\` is not a number, so none exceeds it` };
  }
}

function rangeText(min: number | undefined, max: number | undefined): string {
  const parts = [min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`];
  return parts.filter((part) => part !== false).join(' and ');
}
