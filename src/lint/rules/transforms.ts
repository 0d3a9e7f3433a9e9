import { pathText } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules } from '../rule.ts';

export const transformRules: Rules = {
  'nested-transform': {
    severity: 'warning',
    summary: 'A PII transform on a property of an object is never run.',
    explanation: `The gateway transforms entities at the top level only. A transform on a nested field is accepted, and
the value is stored as it came. Move the personal data to the top level, or remove it before it is
sent.`,
    bad: example({
      entities: [
        '{ name: user, type: object, properties: [{ name: email, type: string, transform: { kind: mask } }] }',
      ],
    }),
    good: example({ entities: ['{ name: user_email, type: string, transform: { kind: mask } }'] }),
    *check({ fields }) {
      for (const { field, path, insideItems } of fields) {
        if (field.transform === undefined || insideItems || path.length === 1) continue;
        const message = `the transform of \`${pathText(path)}\` is never run, so the value is stored as it came`;
        yield { at: placeOf(field.at, 'transform'), message };
      }
    },
  },
  'style-without-mask': {
    severity: 'warning',
    summary: 'The style of a transform counts for mask only.',
    explanation: `Only kind: mask looks at style (opaque or format_preserving). A hash, a redaction and a dropped field
look the same whatever it says.`,
    bad: example({ entities: ['{ name: email, type: string, transform: { kind: hash, style: format_preserving } }'] }),
    good: example({ entities: ['{ name: email, type: string, transform: { kind: mask, style: format_preserving } }'] }),
    *check({ contract }) {
      for (const { transform } of contract.entities) {
        if (transform?.style === undefined || transform.kind === 'mask') continue;
        yield { at: placeOf(transform.at, 'style'), message: `\`style\` has no effect on \`kind: ${transform.kind}\`` };
      }
    },
  },
};
