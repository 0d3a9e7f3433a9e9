import type { Contract } from '../../contract/contract.ts';
import { isObject } from '../json-type.ts';
import { compareCodePoints } from '../json-text.ts';
import type { EventCheck } from './event-check.ts';

/**
 * `compliance_mode`: no key at the top level but the declared ones. In the order of serde_json's map, which is that of the
 * keys' UTF-8 bytes (step 4 of `validate`).
 */
export function undeclaredCheck(contract: Contract): EventCheck | undefined {
  if (!contract.complianceMode) return undefined;
  const declared = new Set(contract.entities.map((entity) => entity.name));
  return (event, breaches) => {
    if (!isObject(event)) return;
    const undeclared = Object.keys(event).filter((key) => !declared.has(key) && event[key] !== undefined);
    for (const key of undeclared.toSorted(compareCodePoints)) {
      breaches.push({ rule: 'undeclared', field: key, path: [key], at: contract.at['compliance_mode'] });
    }
  };
}
