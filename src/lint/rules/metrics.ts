import type { Field, Metric } from '../../contract/contract.ts';
import { resolvePath, withArticle } from '../declared-fields.ts';
import type { ResolvedPath } from '../declared-fields.ts';
import { example } from '../example.ts';
import { placeOf } from '../rule.ts';
import type { Rules, Subject } from '../rule.ts';
import { suggestPath } from '../suggest-path.ts';

const amount = '{ name: amount, type: float }';
const optionalAmount = '{ name: amount, type: float, required: false }';
const bounded = '{ name: revenue, field: amount, min: 0 }';

interface BoundMetric {
  readonly metric: Metric;
  readonly field: string;
  readonly resolved: ResolvedPath;
  /** The gateway looks at the value (`validate_metric`). */
  readonly checked: boolean;
}

function boundMetrics({ contract }: Subject): BoundMetric[] {
  return contract.metrics.flatMap((metric) => {
    const { field, min, max } = metric;
    if (field === undefined) return [];
    const resolved = resolvePath(contract.entities, field);
    return [{ metric, field, resolved, checked: min !== undefined || max !== undefined }];
  });
}

export const metricRules: Rules = {
  'metric-on-optional-field': {
    severity: 'warning',
    summary: 'A metric with bounds makes its field required.',
    explanation: `An event without the field that a metric with min or max is bound to fails, even if the ontology says
required: false. Bound the field itself instead: its min and max are checked only where it is there.`,
    bad: example({ entities: [optionalAmount], metrics: [bounded] }),
    good: example({ entities: ['{ name: amount, type: float, required: false, min: 0 }'] }),
    *check(subject) {
      for (const { metric, field, resolved, checked } of boundMetrics(subject)) {
        const optional = checked ? optionalStep(resolved) : undefined;
        if (optional === undefined) continue;
        const which = optional.name === field ? 'which is optional' : `whose \`${optional.name}\` is optional`;
        const message = `the metric is bound to \`${field}\`, ${which}, and every event without it fails`;
        yield { at: placeOf(metric.at, 'field'), message };
      }
    },
  },
  'metric-on-undeclared-field': {
    severity: 'warning',
    summary: 'A metric is bound to a path that the ontology lacks.',
    explanation: `The gateway does not compare the paths of metrics with the ontology. A metric with min or max fails
every event without a number at its path. Paths go through objects, never into arrays, and a dot
always separates two names.`,
    bad: example({ entities: [amount], metrics: ['{ name: revenue, field: amuont, min: 0 }'] }),
    good: example({ entities: [amount], metrics: [bounded] }),
    *check(subject) {
      for (const { metric, field, resolved, checked } of boundMetrics(subject)) {
        if (resolved.kind !== 'undeclared') continue;
        const effect = checked ? 'every event without it fails' : 'nothing says that events have it';
        const hint = suggestPath(subject, field);
        const message = `the metric is bound to \`${field}\`: ${resolved.because}, and ${effect}${hint}`;
        yield { at: placeOf(metric.at, 'field'), message };
      }
    },
  },
  'metric-on-non-number': {
    severity: 'warning',
    summary: 'A metric with bounds is bound to a field that is never a number.',
    explanation: `A metric with min or max asks for a number (integer, float or any). On a field of another type the
metric and the ontology contradict each other, and every event fails one of them.`,
    bad: example({ entities: ['{ name: amount, type: string }'], metrics: [bounded] }),
    good: example({ entities: [amount], metrics: [bounded] }),
    *check(subject) {
      for (const { metric, field, resolved, checked } of boundMetrics(subject)) {
        const type = resolved.kind === 'declared' ? resolved.steps.at(-1)?.type : undefined;
        if (!checked || type === undefined || ['integer', 'float', 'any'].includes(type)) continue;
        const message = `the metric asks for a number, but \`${field}\` is ${withArticle(type)}, so every event fails`;
        yield { at: placeOf(metric.at, 'field'), message };
      }
    },
  },
  'unbound-metric-range': {
    severity: 'warning',
    summary: 'min and max of a metric without a field are never checked.',
    explanation: `The gateway computes no formulas. Without field there is no value to hold against min and max; such a
metric is for the systems downstream.`,
    bad: example({ entities: [amount], metrics: ["{ name: revenue, formula: 'sum(amount)', max: 1e6 }"] }),
    good: example({ entities: [amount], metrics: ["{ name: revenue, formula: 'sum(amount)' }"] }),
    *check({ contract }) {
      for (const { field, min, max, at } of contract.metrics) {
        if (field !== undefined || (min === undefined && max === undefined)) continue;
        const key = min === undefined ? 'max' : 'min';
        const message = `\`${key}\` is never checked: the metric has no \`field\`, and the gateway computes no formulas`;
        yield { at: placeOf(at, key), message };
      }
    },
  },
};

function optionalStep(resolved: ResolvedPath): Field | undefined {
  return resolved.kind === 'declared' ? resolved.steps.find(({ required }) => !required) : undefined;
}
