import type { Contract } from './contract.ts';

/** Whether some rule of a contract depends on the clock. */
export function readsClock({ quality }: Contract): boolean {
  return quality.some(({ type }) => type === 'freshness');
}
