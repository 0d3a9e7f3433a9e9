import { createHash } from 'node:crypto';
import type { Entry } from './entries.ts';
import { erased } from '../check/kept-violations.ts';

/**
 * What tells the same finding from run to run, whatever lines were put in above it: file, contract, rule, field and message,
 * and its number among those of which all that is the same. Masked values are masked in it.
 */
export function fingerprints(): (entry: Entry) => { readonly hash: string; readonly number: number } {
  const seen = new Map<string, number>();
  return ({ file = '', rule, message, violation }) => {
    const { check, field = '' } = violation ?? {};
    const parts = [file, check?.contract ?? '', rule, erased(field), unnumbered(message)];
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return { hash, number };
  };
}

/** A message names the field with its indices, which change when an element is put in before. */
function unnumbered(message: string): string {
  return erased(message);
}
