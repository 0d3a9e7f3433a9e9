import type { QualityRule } from '../../contract/contract.ts';
import { isForeign } from '../json-type.ts';
import type { EventCheck } from './event-check.ts';
import { pathReader } from './member.ts';

/** `type: completeness`: present, not null, not the empty string (`check_completeness`). */
export function completenessCheck(rule: QualityRule): EventCheck {
  const path = rule.field.split('.');
  const place = { field: rule.field, path, at: rule.at['field'] };
  const read = pathReader(path);
  return (event, breaches) => {
    const value = read(event);
    if (value === undefined || value === null || isForeign(value)) breaches.push({ rule: 'absent', ...place });
    else if (value === '') breaches.push({ rule: 'empty', ...place });
  };
}
