import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contract, Field, Metric } from '../../../src/contract/contract.ts';
import { Float } from '../../../src/json-value.ts';
import type { JsonObject, JsonValue } from '../../../src/json-value.ts';
import { checkProperties } from '../../../src/validation/checks/properties.ts';
import { metricCheck } from '../../../src/validation/checks/metric.ts';
import { undeclaredCheck } from '../../../src/validation/checks/undeclared.ts';
import { compileContract } from '../../../src/validation/compile-contract.ts';
import { compileEntities } from '../../../src/validation/compile-field.ts';
import { compilePatterns } from '../../../src/validation/compile-patterns.ts';
import type { Breach } from '../../../src/validation/violation.ts';

const names = ['a', 'b', 'c', 'constructor', '__proto__'];
const text = fc.constantFrom('', 'a', 'ab', 'é', '😀', '2026-02-28', '2026-02-30', 'abcabc');
const number = fc.constantFrom(-1, 0, 1, 2, 2.5, 2n ** 63n, new Float(1), Number.NaN);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const bound = fc.constantFrom(-1, 0, 0.5, 2, Number.NaN, Infinity);
const length = fc.constantFrom(0, 1, 2, 3, 6, 2n ** 60n);

const anything: Field = { name: 'item', type: 'any', required: false, at: {} };
const others: JsonValue[] = [[1], { a: 1 }];

function fieldsOf(depth: number): fc.Arbitrary<Field[]> {
  const inside = depth === 0 ? fc.constant([]) : fieldsOf(depth - 1);
  const field: fc.Arbitrary<Field> = fc.record(
    {
      name: fc.constantFrom(...names),
      type: fc.constantFrom<Field['type'][]>('string', 'integer', 'float', 'boolean', 'object', 'array', 'any', 'date'),
      required: fc.boolean(),
      at: fc.constant({}),
      pattern: fc.constantFrom('^a', '^[a-z]{1,2}$', '\\d', '😀'),
      min: bound,
      max: bound,
      minLength: length,
      maxLength: length,
      enum: fc.array(fc.oneof(scalar, fc.constantFrom(...others)), { maxLength: 4 }),
      properties: inside,
      items: inside.map(([first]) => first ?? anything),
    },
    { requiredKeys: ['name', 'type', 'required', 'at'] },
  );
  return fc.array(field, { maxLength: 3 });
}

const metric: fc.Arbitrary<Metric> = fc.record(
  { name: fc.constant('m'), at: fc.constant({}), field: fc.constantFrom(...names, 'a.b'), min: bound, max: bound },
  { requiredKeys: ['name', 'at'] },
);

const contract: fc.Arbitrary<Contract> = fc.record({
  version: fc.constant('1'),
  name: fc.constant('any'),
  complianceMode: fc.boolean(),
  entities: fieldsOf(2),
  glossary: fc.constant([]),
  metrics: fc.array(metric, { maxLength: 2 }),
  quality: fc.constant([]),
  egressLeakageMode: fc.constant('off'),
  nullAsAbsent: fc.boolean(),
  at: fc.constant({}),
  unknownKeys: fc.constant([]),
});

/** Mostly what a field asks for, so that many events hold. */
function valueOf(declared: Field): fc.Arbitrary<JsonValue> {
  const allowed = declared.enum?.length ? [{ weight: 6, arbitrary: fc.constantFrom(...declared.enum) }] : [];
  return fc.oneof(...allowed, { weight: 6, arbitrary: typed(declared) }, { weight: 1, arbitrary: scalar });
}

function typed({ type, properties = [], items = anything }: Field): fc.Arbitrary<JsonValue> {
  switch (type) {
    case 'string':
    case 'date':
      return text;
    case 'integer':
    case 'float':
      return number;
    case 'object':
      return eventOf(properties);
    case 'array':
      return fc.array(valueOf(items), { maxLength: 2 });
    case 'boolean':
    case 'any':
      return scalar;
  }
}

function eventOf(declared: readonly Field[]): fc.Arbitrary<JsonObject> {
  const member = fc.tuple(fc.constantFrom(...names, 'other'), scalar);
  const members = declared.map((each) => fc.option(fc.tuple(fc.constant(each.name), valueOf(each)), { freq: 8 }));
  return fc.tuple(fc.tuple(...members), fc.option(member, { freq: 2 }), fc.boolean()).map(([own, other, reversed]) => {
    const entries = [...own, other].filter((entry) => entry !== null);
    return Object.fromEntries(reversed ? entries.toReversed() : entries);
  });
}

/** What every rule finds, asked one by one. */
function allBreaches(judged: Contract, event: JsonObject): Breach[] {
  const patterns = compilePatterns(judged.entities);
  if (!patterns.ok) throw new Error(patterns.problem.message);
  const breaches: Breach[] = [];
  checkProperties(compileEntities(judged, patterns.patterns), event, breaches);
  for (const check of [...judged.metrics.map(metricCheck), undeclaredCheck(judged)])
    check?.(event, breaches, undefined);
  return breaches;
}

it('finds nothing at the first look exactly where no rule finds anything', { timeout: 120_000 }, () => {
  const count = { holding: 0, broken: 0 };
  fc.assert(
    fc.property(
      contract.chain((judged) => fc.tuple(fc.constant(judged), fc.array(eventOf(judged.entities), { minLength: 8 }))),
      ([judged, events]) => {
        const result = compileContract(judged);
        if (!result.ok) throw new Error(result.problem.message);
        for (const event of events) {
          const expected = allBreaches(judged, event);
          expect(result.validator.check(event, undefined)).toEqual(expected);
          count[expected.length === 0 ? 'holding' : 'broken']++;
        }
      },
    ),
    { numRuns: process.env['CI'] === undefined ? 500 : 5000 },
  );
  expect(count.holding / (count.holding + count.broken)).toBeGreaterThan(0.05);
  expect(count.broken / (count.holding + count.broken)).toBeGreaterThan(0.05);
});
