import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules.ts';
import { Contract } from '../../../src/sdk/contract.ts';

/** What the engine makes of an event by an example of a rule's page: whether it passes. */
function passes(text: string | undefined, event: string): boolean {
  return Contract.fromYaml(text ?? '')
    .compile()
    .validateJson(event, { now: 1_800_000_000 }).passed;
}

describe('what a page says of the bad example is what the validator does, and the good example mends it', () => {
  it.each([
    // It reads like a constraint, but nothing is checked.
    ['unknown-key', '{"age":-1}', true, false],
    ['merge-key', '{"id":"x","parent_id":""}', true, false],
    ['inapplicable-constraint', '{"code":"a"}', true, false],
    ['range-on-date', '{"born":"1800-01-01"}', true, false],
    ['pattern-in-items', '{"tags":["?"]}', true, false],
    ['nan-bound', '{"ratio":5}', true, false],
    ['unicode-class', '{"order_id":"٣٣٣٣٣٣"}', true, false],
    ['freshness-without-max-age', '{"sent_at":0}', true, false],
    ['max-age-without-freshness', '{"sent_at":1}', true, false],
    ['validity-not-enforced', '{"id":"?"}', true, false],
    // Nothing passes that should.
    ['impossible-range', '{"score":5}', false, true],
    ['impossible-length', '{"code":"abcde"}', false, true],
    ['empty-enum', '{"status":"open"}', false, true],
    ['unreachable-enum-value', '{"zip":"10115"}', false, true],
    ['metric-on-optional-field', '{}', false, true],
    ['metric-on-undeclared-field', '{"amount":1}', false, true],
    ['metric-on-non-number', '{"amount":1}', false, true],
    ['quality-on-undeclared-field', '{"id":"x"}', false, true],
    ['freshness-on-non-integer', '{"sent_at":1799999999}', false, true],
    ['freshness-on-non-integer', '{"sent_at":"2027-01-15T08:00:00Z"}', false, false],
    // The same either way, which is the point.
    ['unreachable-enum-value', '{"zip":10115}', false, false],
    ['metric-on-non-number', '{"amount":"1"}', false, false],
    ['completeness-on-optional-field', '{}', false, false],
    ['quality-threshold', '{"id":""}', false, false],
    ['unbound-metric-range', '{"amount":2e6}', true, true],
    ['documentation-key', '{"user_id":"x"}', true, true],
  ])('%s: %s', (name, event, bad, good) => {
    expect([passes(rules[name]?.bad, event), passes(rules[name]?.good, event)]).toEqual([bad, good]);
  });

  it('duplicate-name: a missing value is reported once for each declaration that requires it', () => {
    const text = rules['duplicate-name']?.bad.replace(', required: false', '') ?? '';
    expect(Contract.fromYaml(text).compile().validateJson('{}').violations).toHaveLength(2);
  });

  it('colliding-path: the last pattern holds for both fields', () => {
    const text = (rules['colliding-path']?.bad ?? '').replaceAll(/type: string/g, (type, offset: number) =>
      offset < 100 ? `${type}, pattern: '^first$'` : `${type}, pattern: '^last$'`,
    );
    expect(text).toMatch(/first.*\n.*last/);
    expect(passes(text, '{"user.id":"last","user":{"id":"last"}}')).toBe(true);
    expect(passes(text, '{"user.id":"first","user":{"id":"last"}}')).toBe(false);
  });

  it('uniqueness-in-envelope: records may repeat, events of a batch may not', () => {
    const { bad = '', good = '' } = rules['uniqueness-in-envelope'] ?? {};
    const envelope = Contract.fromYaml(bad).compile().validateEnvelopeJson('{"data":[{"id":"x"},{"id":"x"}]}');
    expect(envelope).toMatchObject({ passed: 2, quarantined: 0 });
    const batch = Contract.fromYaml(good).compile().validateBatchJson(['{"id":"x"}', '{"id":"x"}']);
    expect(batch.map(({ passed }) => passed)).toEqual([true, false]);
  });
});
