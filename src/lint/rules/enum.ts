import type { Contract, Field } from '../../contract/contract.ts';
import type { JsonValue } from '../../json-value.ts';
import { compileContract } from '../../validation/compile-contract.ts';
import { jsonText } from '../../validation/json-text.ts';
import type { Breach } from '../../validation/violation.ts';
import type { DeclaredField } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules } from '../rule.ts';

export const enumRules: Rules = {
  'empty-enum': {
    severity: 'warning',
    summary: 'An enum without values allows no value.',
    explanation: `The gateway takes an empty list as it is: every event that has the field fails. Leave enum out to
allow any value.`,
    bad: example({ entities: ['{ name: status, type: string, enum: [] }'] }),
    good: example({ entities: ['{ name: status, type: string, enum: [open, closed] }'] }),
    *check({ fields }) {
      for (const { field } of fields) {
        if (field.enum?.length !== 0) continue;
        yield {
          at: placeOf(field.at, 'enum'),
          message: 'an empty `enum` allows no value, so every event with one fails',
        };
      }
    },
  },
  'unreachable-enum-value': {
    severity: 'warning',
    summary: "A value of enum fails the field's other constraints.",
    explanation: `A value must pass type, length, pattern and range before the gateway compares it with the enum, so
this value is never accepted. Mind how YAML reads a value: 1 is an integer, 1.0 a float (which an
integer field refuses), and yes is text. Quote what is meant as text.`,
    bad: example({ entities: ['{ name: zip, type: string, enum: [10115, 20095] }'] }),
    good: example({ entities: ["{ name: zip, type: string, enum: ['10115', '20095'] }"] }),
    *check({ contract, fields }) {
      for (const declared of fields) {
        const refused = refusedValues(declared, contract);
        const [first] = refused;
        if (first === undefined) continue;
        const others = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
        const message = `\`enum\` lists ${excerpt(jsonText(first.value))}${others}, which the field's own \`${first.key}\` refuses`;
        yield { at: placeOf(declared.field.at, 'enum'), message };
      }
    },
  },
};

interface RefusedValue {
  readonly value: JsonValue;
  /** The key of the field that refuses it. */
  readonly key: string;
}

/** Judges the values of an `enum` by the field without it, in a contract of that one field. */
function refusedValues({ field, insideItems }: DeclaredField, contract: Contract): RefusedValue[] {
  const { enum: values, ...others } = field;
  if (values === undefined || values.length === 0) return [];
  const only: Field = { ...others, name: 'value' };
  const entity: Field = insideItems ? { name: 'value', type: 'array', required: true, items: only, at: {} } : only;
  const compiled = compileContract({
    ...contract,
    complianceMode: false,
    entities: [entity],
    metrics: [],
    quality: [],
  });
  if (!compiled.ok) return [];
  const depth = insideItems ? 2 : 1;
  return values.flatMap((value) => {
    const [breach] = compiled.validator.check({ value: insideItems ? [value] : value }, undefined);
    return breach === undefined ? [] : [{ value, key: keyOf(breach, depth, field) }];
  });
}

function keyOf({ rule, path }: Breach, depth: number, { type }: Field): string {
  if (path.length > depth) return type === 'array' ? 'items' : 'properties';
  return rule === 'date' ? 'type' : rule;
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
