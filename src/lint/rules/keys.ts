import type { UnknownKey } from '../../contract/contract.ts';
import { example } from '../example.ts';
import { homeOf, intendedKey, nounOf } from '../known-keys.ts';
import type { Finding, Rules, Subject } from '../rule.ts';

/** Keys for people and other tools, whose authors do not expect the gateway to act on them. */
const documentation =
  /^(x-.*|[$_].*|descriptions?|titles?|summary|comments?|notes?|docs?|documentation|labels?|examples?|owners?|tags?|deprecated)$/i;

const mergeKey = '<<';

export const keyRules: Rules = {
  'unknown-key': {
    severity: 'warning',
    summary: 'A key that the gateway does not know has no effect.',
    explanation: `The gateway ignores unknown keys at every level without a word, so a misspelt constraint is a
constraint that never applies. Contracts are not JSON Schema: it is min, not minimum; min_length, not
minLength; enum, not allowed_values; type, not field_type.`,
    bad: example({ entities: ['{ name: age, type: integer, minimum: 0 }'] }),
    good: example({ entities: ['{ name: age, type: integer, min: 0 }'] }),
    *check(subject) {
      for (const unknown of unknownKeys(subject)) {
        if (unknown.key !== mergeKey && !documentation.test(unknown.key)) yield unknownKey(unknown);
      }
    },
  },
  'documentation-key': {
    severity: 'note',
    summary: 'A key for readers, in a place where the gateway does not keep it.',
    explanation: `Descriptions, titles, examples and the like are ignored by the gateway where its format has no
such key: they are neither stored nor shown. A contract, a glossary term and a quality rule have a
description; a field does not, but the glossary can describe it.`,
    bad: example({ entities: ["{ name: user_id, type: string, description: 'Who clicked' }"] }),
    good: example({
      entities: ['{ name: user_id, type: string }'],
      other: ['glossary:', "  - { field: user_id, description: 'Who clicked' }"],
    }),
    *check(subject) {
      for (const { key, inside, range } of unknownKeys(subject)) {
        if (!documentation.test(key)) continue;
        yield {
          at: range,
          message: `\`${key}\` is not a key of ${nounOf(inside)}, so only readers of this file see it`,
        };
      }
    },
  },
  'merge-key': {
    severity: 'warning',
    summary: 'YAML merge keys (<<) are not applied.',
    explanation: `To the gateway << is an unknown key like any other: what it should bring in is not there. Anchors
and aliases themselves work, so a whole value can be shared: enum: *countries.`,
    bad: example({
      entities: ['&id { name: id, type: string, min_length: 1 }', '{ <<: *id, name: parent_id, type: string }'],
    }),
    good: example({
      entities: ['{ name: id, type: string, min_length: 1 }', '{ name: parent_id, type: string, min_length: 1 }'],
    }),
    *check(subject) {
      for (const { key, inside, range } of unknownKeys(subject)) {
        if (key !== mergeKey) continue;
        yield {
          at: range,
          message: `\`<<\` merges nothing: the gateway ignores it, and ${nounOf(inside)} without the keys`,
        };
      }
    },
  },
};

function unknownKeys({ contract }: Subject): readonly UnknownKey[] {
  return contract.unknownKeys;
}

function unknownKey({ key, inside, range }: UnknownKey): Finding {
  const intended = intendedKey(key, inside);
  const home = intended === undefined ? homeOf(key) : undefined;
  const hint = intended !== undefined ? `; did you mean \`${intended}\`?` : home && `; it is a key of ${home}`;
  return { at: range, message: `\`${key}\` is not a key of ${nounOf(inside)} and has no effect${hint ?? ''}` };
}
