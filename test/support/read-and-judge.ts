import { EventJudge } from '../../src/check/judge-events.ts';
import type { LoadedContract } from '../../src/check/load-contracts.ts';
import { locateViolations } from '../../src/check/locate-violations.ts';
import { emptyReport } from '../../src/check/report.ts';
import { resultOf } from '../../src/check/result.ts';
import { sensitiveInAny } from '../../src/check/sensitive.ts';
import type { Batch, LineCount } from '../../src/event/line-reader.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { renderAll } from './render-report.ts';

/** A mapping of one file to one contract, as a mapping file without any option makes it. */
export const plainMapping: Mapping = {
  files: ['f/x.ndjson'],
  exclude: [],
  contracts: ['c/x.yaml'],
  resolution: 'strict',
  expect: 'pass',
  at: { line: 1, column: 1 },
  contractAt: { line: 1, column: 1 },
};

/** Every text of the report on a file of lines, in whatever way its events are read. */
export async function reportTexts(
  batches: AsyncIterable<Batch | LineCount>,
  contract: LoadedContract,
  mapping: Mapping = plainMapping,
  now?: number,
): Promise<ReadonlyMap<string, string>> {
  const judge = new EventJudge('f/x.ndjson', mapping, [contract], { now, showValues: false });
  for await (const batch of batches) {
    if ('lines' in batch) judge.skip(batch.events);
    else for (const event of batch) judge.judge(event);
  }
  const planned = { file: 'f/x.ndjson', match: { mapping, contracts: [contract.path] } };
  const locate = (some: Parameters<typeof locateViolations>[0]) => locateViolations(some, sensitiveInAny([contract]));
  const checks = [resultOf(planned, [contract], judge.finish(), locate)];
  return renderAll({ ...emptyReport('worktree', []), checks });
}
