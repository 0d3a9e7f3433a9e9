import type { Verdict } from './judge-events.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { PlannedCheck } from './plan-checks.ts';
import type { CheckResult } from './report.ts';
import { pathOf } from './selection.ts';

/** What the report says of a check. `locate`: where there is a violation. */
export function resultOf(
  { file, match: { mapping }, because }: PlannedCheck,
  contracts: readonly [LoadedContract, ...LoadedContract[]],
  { events, failedEvents, violations, omitted, known, matched }: Verdict,
  locate: CheckResult['locate'] = () => [],
): CheckResult {
  const [{ path, contract }] = contracts;
  return {
    file: pathOf(file),
    contract: path,
    contractName: contract.name,
    contractVersion: contract.version,
    expect: mapping.expect,
    passed: violations.length === 0,
    events,
    failedEvents,
    violations,
    ...(omitted.length > 0 && { omitted }),
    ...(known > 0 && { known }),
    ...(because !== undefined && { because }),
    ...(mapping.resolution === 'fallback' && {
      matched: [...matched].map(([by, count]) => ({ contract: by.path, version: by.contract.version, events: count })),
    }),
    locate,
  };
}
