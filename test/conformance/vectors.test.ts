import { describe, expect, it } from 'vitest';
import { Contract, ContractCompileError, InvalidJsonError } from '../../src/index.ts';
import type { CompiledContract, ValidationResult, Violation } from '../../src/index.ts';
import { engineNow, readVectors } from './vectors.ts';
import type { Vector, VectorEvent } from './vectors.ts';

const now = engineNow;

describe.each(['handmade', 'generated'] as const)('%s vectors of the reference engine', (file) => {
  const vectors = readVectors(file);

  it.each(vectors.filter((vector) => !vector.accepted).map((vector) => [vector.name, vector] as const))(
    '%s: the contract is refused',
    (_, vector) => {
      const refusal = refusalOf(vector);
      expect(refusal).toBeInstanceOf(ContractCompileError);
      if (vector.stage === 'compile') expect(refusal?.message).toBe(`${vector.error} (${placeOf(refusal)})`);
    },
  );

  it.each(vectors.filter((vector) => vector.accepted).map((vector) => [vector.name, vector] as const))(
    '%s: every event gets the same verdict',
    (_, vector) => {
      const contract = Contract.fromYaml(vector.contract).compile();
      for (const event of vector.events ?? []) expectSameVerdict(contract, event);
      expectSameUniqueness(contract, vector);
      expectSameEnvelopes(contract, vector);
    },
  );
});

function refusalOf(vector: Vector): ContractCompileError | undefined {
  try {
    Contract.fromYaml(vector.contract).compile();
    return undefined;
  } catch (error) {
    if (error instanceof ContractCompileError) return error;
    throw error;
  }
}

function placeOf(refusal: ContractCompileError | undefined): string {
  return `line ${refusal?.line}, column ${refusal?.column}`;
}

function expectSameVerdict(contract: CompiledContract, event: VectorEvent): void {
  if (event.invalid_json !== undefined) {
    expect(() => contract.validateJson(event.json, { now }), event.json).toThrow(InvalidJsonError);
    return;
  }
  const { passed, violations } = contract.validateJson(event.json, { now });
  expect({ passed, violations }, event.json).toEqual({ passed: event.passed, violations: event.violations });
}

function parsable(vector: Vector): VectorEvent[] {
  return (vector.events ?? []).filter((event) => event.invalid_json === undefined);
}

/** What a batch adds to the verdicts on its events alone. */
function expectSameUniqueness(contract: CompiledContract, vector: Vector): void {
  if (vector.batch_uniqueness === undefined) return;
  const events = vector.events ?? [];
  const texts = parsable(vector).map((event) => event.json);
  const alone = texts.map((text) => contract.validateJson(text, { now }));
  const added = contract
    .validateBatchJson(texts, { now })
    .map((result, index) => result.violations.slice((alone[index] as ValidationResult).violations.length));
  const expected: Violation[][] = parsable(vector).map((event) =>
    (vector.batch_uniqueness ?? [])
      .filter((entry) => entry.event === events.indexOf(event))
      .map((entry) => entry.violation),
  );
  expect(added).toEqual(expected);
}

function expectSameEnvelopes(contract: CompiledContract, vector: Vector): void {
  const results = vector.envelope?.map(({ passed, quarantined, violations }) => ({
    passed,
    quarantined,
    violations: violations.map(({ record_index, ...violation }) => ({ recordIndex: record_index, ...violation })),
  }));
  if (results === undefined) return;
  const found = parsable(vector).map((event) => {
    const { passed, quarantined, violations } = contract.validateEnvelopeJson(event.json, { now });
    return { passed, quarantined, violations };
  });
  expect(found).toEqual(results);
}
