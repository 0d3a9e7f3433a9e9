import type { Problem } from '../problem.ts';
import { isLoaded } from './load-contracts.ts';
import type { Contracts, LoadedContract } from './load-contracts.ts';
import type { PlannedCheck } from './plan-checks.ts';
import { pathOf } from './selection.ts';

/** A check whose contracts can be used, most wanted first. */
export interface ReadyCheck {
  readonly planned: PlannedCheck;
  readonly contracts: readonly [LoadedContract, ...LoadedContract[]];
}

/** Checks with their contracts; those without a usable contract are left out (the contract's problem is told once). */
export function readyChecks(
  checks: readonly PlannedCheck[],
  contracts: Contracts,
  configPath: string,
): { readonly ready: readonly ReadyCheck[]; readonly refused: readonly Problem[] } {
  const ready: ReadyCheck[] = [];
  const refused: Problem[] = [];
  for (const planned of checks) {
    const { unfilled, mapping, contracts: paths } = planned.match;
    if (unfilled !== undefined) {
      refused.push({
        code: 'config',
        message: `the contract \`${unfilled}\` of ${pathOf(planned.file)} names a wildcard that matched nothing`,
        file: configPath,
        ...mapping.contractAt,
      });
      continue;
    }
    const [first, ...others] = paths.map((path) => contracts.get(path)).filter(isLoaded);
    if (first !== undefined && others.length + 1 === paths.length)
      ready.push({ planned, contracts: [first, ...others] });
  }
  return { ready, refused };
}
