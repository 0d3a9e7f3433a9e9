import type { Metric } from '../../contract/contract.ts';
import { numericValue } from '../json-type.ts';
import type { EventCheck } from './event-check.ts';
import { pathReader } from './member.ts';

/**
 * `metrics[]`: a bound field must be there and be a number, even if the ontology makes it optional (`validate_metric`).
 * A metric without a field, or without bounds, is for the systems downstream.
 */
export function metricCheck(metric: Metric): EventCheck | undefined {
  const { name, field, min, max, at } = metric;
  if (field === undefined || (min === undefined && max === undefined)) return undefined;
  const path = field.split('.');
  const place = { field, path };
  const read = pathReader(path);
  return (event, breaches) => {
    const value = numericValue(read(event));
    if (value === undefined) {
      breaches.push({ rule: 'metric', ...place, at: at['field'], metric: name });
      return;
    }
    if (min !== undefined && value < min) {
      breaches.push({ rule: 'metric_min', ...place, at: at['min'], metric: name, value, limit: min });
    }
    if (max !== undefined && value > max) {
      breaches.push({ rule: 'metric_max', ...place, at: at['max'], metric: name, value, limit: max });
    }
  };
}
