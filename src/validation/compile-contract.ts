import type { Contract, QualityRule } from '../contract/contract.ts';
import { readsClock } from '../contract/reads-clock.ts';
import type { JsonValue } from '../json-value.ts';
import { completenessCheck } from './checks/completeness.ts';
import type { EventCheck } from './checks/event-check.ts';
import { freshnessCheck } from './checks/freshness.ts';
import { metricCheck } from './checks/metric.ts';
import { checkProperties, propertiesHold } from './checks/properties.ts';
import { undeclaredCheck } from './checks/undeclared.ts';
import { compileEntities, isMetricOfField } from './compile-field.ts';
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
  check(event: JsonValue, now: number | undefined): readonly Breach[];
  /** A fresh memory for the uniqueness rules of one batch; undefined where there are none. */
  trackUniqueness(limit?: UniquenessLimit): UniquenessTracker | undefined;
  /** Undefined for a contract without an envelope. */
  checkEnvelope(payload: JsonValue, now: number | undefined): EnvelopeResult | undefined;
}

export type CompileResult =
  { readonly ok: true; readonly validator: Validator } | { readonly ok: false; readonly problem: CompileProblem };

/** `CompiledContract::compile` and `validate` of the gateway's src/validation.rs. Runs no PII transforms. */
export function compileContract(contract: Contract): CompileResult {
  const { entities, envelope } = contract;
  const result = compilePatterns(entities);
  if (!result.ok) return result;
  const problem = findTransformProblem(entities);
  if (problem !== undefined) return { ok: false, problem };

  const fields = compileEntities(contract, result.patterns);
  const checks = eventChecks(contract);
  const metrics = contract.metrics.filter((metric) => !isMetricOfField(metric, entities));
  /** What is left to ask where the fields hold. */
  const otherChecks = eventChecks({ ...contract, metrics, complianceMode: false });

  const check = (event: JsonValue, now: number | undefined): readonly Breach[] => {
    if (!isObject(event)) return [{ rule: 'root', field: '<root>', path: [], at: contract.at['ontology'] }];
    const holds = propertiesHold(fields, event);
    if (holds && otherChecks.length === 0) return none;
    const breaches: Breach[] = [];
    if (!holds) checkProperties(fields, event, breaches);
    for (const checkEvent of holds ? otherChecks : checks) checkEvent(event, breaches, now);
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

/** Shared by all events that pass. */
const none: readonly Breach[] = Object.freeze([]);

/** The rules about a whole event, in the order in which the gateway judges them. */
function eventChecks(contract: Contract): EventCheck[] {
  const { metrics, quality } = contract;
  const checks = [...metrics.map(metricCheck), ...quality.map(qualityCheck), undeclaredCheck(contract)];
  return checks.filter((check) => check !== undefined);
}

/** Validity is declarative, and uniqueness is a matter of the batch (step 3 of `validate`). */
function qualityCheck(rule: QualityRule): EventCheck | undefined {
  if (rule.type === 'completeness') return completenessCheck(rule);
  if (rule.type === 'freshness') return freshnessCheck(rule);
  return undefined;
}
