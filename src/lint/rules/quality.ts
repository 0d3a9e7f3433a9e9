import type { QualityRule } from '../../contract/contract.ts';
import { resolvePath, withArticle } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules, Subject } from '../rule.ts';
import { suggestPath } from '../suggest-path.ts';

const id = '{ name: id, type: string }';
const sentAt = '{ name: sent_at, type: integer }';

/** The rules that the gateway acts on (step 3 of `validate`, and `check_uniqueness_batch`). */
function checkedRules({ contract }: Subject): QualityRule[] {
  return contract.quality.filter(
    ({ type, maxAgeSeconds }) =>
      type === 'completeness' || type === 'uniqueness' || (type === 'freshness' && maxAgeSeconds !== undefined),
  );
}

export const qualityRules: Rules = {
  'quality-on-undeclared-field': {
    severity: 'warning',
    summary: 'A quality rule names a path that the ontology lacks.',
    explanation: `The gateway does not compare the paths of quality rules with the ontology. A completeness rule then
fails every event without the path; freshness and uniqueness silently never apply. Paths go through
objects, never into arrays, and a dot always separates two names.`,
    bad: example({ entities: [id], quality: ['{ field: ident, type: completeness }'] }),
    good: example({ entities: [id], quality: ['{ field: id, type: completeness }'] }),
    *check(subject) {
      for (const { field, type, at } of checkedRules(subject)) {
        const resolved = resolvePath(subject.contract.entities, field);
        if (resolved.kind !== 'undeclared') continue;
        const effect = type === 'completeness' ? 'every event without it fails' : 'events without it pass unchecked';
        const message = `the ${type} rule names \`${field}\`: ${resolved.because}, and ${effect}${suggestPath(subject, field)}`;
        yield { at: placeOf(at, 'field'), message };
      }
    },
  },
  'completeness-on-optional-field': {
    severity: 'warning',
    summary: 'A completeness rule makes an optional field required.',
    explanation: `Completeness asks that the field is there, not null and not empty, even if the ontology says
required: false: every event without it fails.`,
    bad: example({
      entities: ['{ name: id, type: string, required: false }'],
      quality: ['{ field: id, type: completeness }'],
    }),
    good: example({ entities: [id], quality: ['{ field: id, type: completeness }'] }),
    *check(subject) {
      for (const { field, type, at } of checkedRules(subject)) {
        if (type !== 'completeness') continue;
        const resolved = resolvePath(subject.contract.entities, field);
        if (resolved.kind !== 'declared' || resolved.steps.every(({ required }) => required)) continue;
        const message = `\`${field}\` is optional in the ontology, but by this rule every event without it fails`;
        yield { at: placeOf(at, 'field'), message };
      }
    },
  },
  'freshness-without-max-age': {
    severity: 'warning',
    summary: 'A freshness rule without max_age_seconds checks nothing.',
    explanation: `Without max_age_seconds there is no age to exceed, and the gateway skips the rule.`,
    bad: example({ entities: [sentAt], quality: ['{ field: sent_at, type: freshness }'] }),
    good: example({ entities: [sentAt], quality: ['{ field: sent_at, type: freshness, max_age_seconds: 3600 }'] }),
    *check({ contract }) {
      for (const { type, maxAgeSeconds, at } of contract.quality) {
        if (type !== 'freshness' || maxAgeSeconds !== undefined) continue;
        yield { at: placeOf(at, 'type'), message: 'a freshness rule without `max_age_seconds` checks nothing' };
      }
    },
  },
  'freshness-on-non-integer': {
    severity: 'warning',
    summary: 'Freshness reads Unix timestamps, which are integers.',
    explanation: `A freshness rule fails every event whose value is not an integer: seconds since 1970, or milliseconds
where it is above 1700000000000. Text such as 2024-01-05T12:00:00Z is never read as a time.`,
    bad: example({
      entities: ['{ name: sent_at, type: string }'],
      quality: ['{ field: sent_at, type: freshness, max_age_seconds: 3600 }'],
    }),
    good: example({ entities: [sentAt], quality: ['{ field: sent_at, type: freshness, max_age_seconds: 3600 }'] }),
    *check(subject) {
      for (const { field, type, at } of checkedRules(subject)) {
        if (type !== 'freshness') continue;
        const resolved = resolvePath(subject.contract.entities, field);
        const found = resolved.kind === 'declared' ? resolved.steps.at(-1)?.type : undefined;
        // Some floats are integers: `float` takes every number.
        if (found === undefined || ['integer', 'float', 'any'].includes(found)) continue;
        const message = `freshness asks for a Unix timestamp, but \`${field}\` is ${withArticle(found)}, so every event with it fails`;
        yield { at: placeOf(at, 'field'), message };
      }
    },
  },
  'max-age-without-freshness': {
    severity: 'warning',
    summary: 'max_age_seconds counts for freshness only.',
    explanation: `A quality rule of another type never looks at an age. To check both, write two rules.`,
    bad: example({ entities: [sentAt], quality: ['{ field: sent_at, type: completeness, max_age_seconds: 3600 }'] }),
    good: example({ entities: [sentAt], quality: ['{ field: sent_at, type: freshness, max_age_seconds: 3600 }'] }),
    *check({ contract }) {
      for (const { type, maxAgeSeconds, at } of contract.quality) {
        if (type === 'freshness' || maxAgeSeconds === undefined) continue;
        yield { at: placeOf(at, 'max_age_seconds'), message: `\`max_age_seconds\` has no effect on \`type: ${type}\`` };
      }
    },
  },
  'uniqueness-in-envelope': {
    severity: 'warning',
    summary: 'Uniqueness is never checked on the records of an envelope.',
    explanation: `Where a contract has an envelope, the gateway checks each record by itself, and its uniqueness rules
are never run.`,
    bad: example({
      entities: [id],
      quality: ['{ field: id, type: uniqueness }'],
      other: ['envelope: { records_path: data }'],
    }),
    good: example({ entities: [id], quality: ['{ field: id, type: uniqueness }'] }),
    *check({ contract }) {
      if (contract.envelope === undefined) return;
      for (const { type, at } of contract.quality) {
        if (type !== 'uniqueness') continue;
        yield { at: placeOf(at, 'type'), message: 'uniqueness is never checked on the records of an envelope' };
      }
    },
  },
  'quality-threshold': {
    severity: 'warning',
    summary: 'threshold is not enforced.',
    explanation: `The gateway reads threshold and does nothing with it: no share of bad events is counted, and each
event is judged by itself.`,
    bad: example({ entities: [id], quality: ['{ field: id, type: completeness, threshold: 0.99 }'] }),
    good: example({ entities: [id], quality: ['{ field: id, type: completeness }'] }),
    *check({ contract }) {
      for (const { threshold, at } of contract.quality) {
        if (threshold === undefined) continue;
        yield { at: placeOf(at, 'threshold'), message: '`threshold` is not enforced: each event is judged by itself' };
      }
    },
  },
  'quality-scope': {
    severity: 'note',
    summary: 'scope changes nothing.',
    explanation: `The one value that the gateway accepts is batch, and uniqueness looks at one batch with or without it.
Other types judge each event by itself.`,
    bad: example({ entities: [id], quality: ['{ field: id, type: uniqueness, scope: batch }'] }),
    good: example({ entities: [id], quality: ['{ field: id, type: uniqueness }'] }),
    *check({ contract }) {
      for (const { scope, type, at } of contract.quality) {
        if (scope === undefined) continue;
        const message =
          type === 'uniqueness'
            ? '`scope` changes nothing: uniqueness looks at one batch anyway'
            : `\`scope\` has no effect on \`type: ${type}\``;
        yield { at: placeOf(at, 'scope'), message };
      }
    },
  },
  'validity-not-enforced': {
    severity: 'note',
    summary: 'A validity rule checks nothing by itself.',
    explanation: `Validity is declarative: what makes a value valid are the constraints of its field, which the gateway
checks whether or not there is such a rule.`,
    bad: example({ entities: [id], quality: ['{ field: id, type: validity }'] }),
    good: example({ entities: ["{ name: id, type: string, pattern: '^[a-z0-9]+$' }"] }),
    *check({ contract }) {
      for (const { type, at } of contract.quality) {
        if (type !== 'validity') continue;
        yield {
          at: placeOf(at, 'type'),
          message: 'a validity rule checks nothing beyond the constraints of the field',
        };
      }
    },
  },
};
