import type { Contract, QualityRule } from '../contract/contract.ts';
import { readsClock } from '../contract/reads-clock.ts';
import type { JsonValue } from '../json-value.ts';
import { completenessCheck } from './checks/completeness.ts';
import type { EventCheck } from './checks/event-check.ts';
import { freshnessCheck } from './checks/freshness.ts';
import { metricCheck } from './checks/metric.ts';
import { checkProperties } from './checks/properties.ts';
import { undeclaredCheck } from './checks/undeclared.ts';
import { compileEntities } from './compile-field.ts';
import { compilePatterns, findTransformProblem } from './compile-patterns.ts';
import type { CompileProblem } from './compile-patterns.ts';
import { checkEnvelope } from './envelope.ts';
import type { EnvelopeResult } from './envelope.ts';
import { isObject } from './json-type.ts';
import { UniquenessTracker } from './uniqueness.ts';
import type { UniquenessLimit } from './uniqueness.ts';
import type { Breach } from './violation.ts';

/** A contract ready to judge. */
export interface Validator {
  readonly contract: Contract;
  /** Some rule depends on the clock. */
  readonly readsClock: boolean;
  /**
   * What is wrong with one event, in the gateway's order. `now` is the clock for freshness rules in Unix seconds; without it
   * they are not judged.
   */
  check(event: JsonValue, now: number | undefined): Breach[];
  /** A fresh memory for the uniqueness rules of one batch; undefined where there are none. */
  trackUniqueness(limit?: UniquenessLimit): UniquenessTracker | undefined;
  /** Undefined for a contract without an envelope. */
  checkEnvelope(payload: JsonValue, now: number | undefined): EnvelopeResult | undefined;
}

export type CompileResult =
  { readonly ok: true; readonly validator: Validator } | { readonly ok: false; readonly problem: CompileProblem };

/** `CompiledContract::compile` and `validate` of the gateway's src/validation.rs. Runs no PII transforms. */
export function compileContract(contract: Contract): CompileResult {
  const { entities, nullAsAbsent, envelope } = contract;
  const result = compilePatterns(entities);
  if (!result.ok) return result;
  const problem = findTransformProblem(entities);
  if (problem !== undefined) return { ok: false, problem };

  const fields = compileEntities(entities, { patterns: result.patterns, nullAsAbsent });
  const rules = [
    ...contract.metrics.map(metricCheck),
    ...contract.quality.map(qualityCheck),
    undeclaredCheck(contract),
  ];
  const eventChecks = rules.filter((rule) => rule !== undefined);

  const check = (event: JsonValue, now: number | undefined): Breach[] => {
    const breaches: Breach[] = [];
    if (!isObject(event)) {
      breaches.push({ rule: 'root', field: '<root>', path: [], at: contract.at['ontology'] });
      return breaches;
    }
    checkProperties(fields, event, breaches);
    for (let each = 0; each < eventChecks.length; each++) eventChecks[each]?.(event, breaches, now);
    return breaches;
  };
  return {
    ok: true,
    validator: {
      contract,
      readsClock: readsClock(contract),
      check,
      trackUniqueness: (limit) => UniquenessTracker.for(contract, limit),
      checkEnvelope: (payload, now) => envelope && checkEnvelope(envelope, payload, (record) => check(record, now)),
    },
  };
}

/** Validity is declarative, and uniqueness is a matter of the batch (step 3 of `validate`). */
function qualityCheck(rule: QualityRule): EventCheck | undefined {
  if (rule.type === 'completeness') return completenessCheck(rule);
  if (rule.type === 'freshness') return freshnessCheck(rule);
  return undefined;
}
