import { eventLoopTurn } from '../event-loop.ts';
import type { Problem } from '../problem.ts';
import type { Content, Snapshot } from '../snapshot/snapshot.ts';
import type { CheckOptions } from './check-fixture.ts';
import { formatOf } from './format.ts';
import type { KnownVerdicts } from './known-verdicts.ts';
import { notFollowed } from './plan-checks.ts';
import { ProgressMeter } from './progress.ts';
import type { ReadyCheck } from './ready-checks.ts';
import type { CheckResult } from './report.ts';
import type { RunOptions } from './run-checks.ts';
import { pathOf } from './selection.ts';

/** A hundred small files take some milliseconds. */
const filesPerTurn = 100;

/** Bytes of a document that may take longer to read than a person waits. */
const longStep = 5e6;

/** What came of one fixture: its verdict, why there is none, or a sentence on why none is needed. */
export type Outcome = CheckResult | Problem | string;

/** The outcomes of checks in their order, each as soon as it is known; what an earlier run found out is not read again. */
export async function* checkFiles(
  ready: readonly ReadyCheck[],
  snapshot: Snapshot,
  settings: CheckOptions,
  known: KnownVerdicts | undefined,
  { onProgress, killable }: RunOptions,
): AsyncGenerator<Outcome> {
  const recalled = ready.map((check) => known?.recall(check));
  const files = ready.filter((_, index) => recalled[index] === undefined).map(({ planned }) => planned.file);
  const meter = onProgress && new ProgressMeter(onProgress, files.length);
  const contents = snapshot.read(files)[Symbol.asyncIterator]();
  // Where all verdicts are known, nothing of what judges is needed.
  let judging: typeof import('./check-fixture.ts') | undefined;
  try {
    for (const [index, check] of ready.entries()) {
      const verdict = recalled[index];
      if (verdict !== undefined) {
        yield verdict;
        continue;
      }
      if (index % filesPerTurn === 0) await eventLoopTurn();
      const next = await contents.next();
      if (next.done) throw new Error('the snapshot gave fewer contents than were asked for');
      const { content } = next.value;
      meter?.nextFile();
      if (content.kind === 'symlink' || content.kind === 'gitlink') {
        yield notFollowed(pathOf(check.planned.file));
        continue;
      }
      const watched = known?.watch(check, content);
      const options = meter === undefined ? settings : { ...settings, meter };
      const { checkFixture } = (judging ??= await import('./check-fixture.ts'));
      const judge = () => checkFixture(check.planned, check.contracts, watched?.content ?? content, options);
      const result = await (isLongStep(check, content) && killable !== undefined ? killable(judge) : judge());
      if (!('code' in result)) watched?.remember(result);
      yield result;
    }
  } finally {
    await contents.return?.(undefined);
  }
}

/** NDJSON is read in many steps. */
function isLongStep({ planned }: ReadyCheck, content: Content): boolean {
  if (content.kind !== 'file' || content.size < longStep) return false;
  return formatOf(pathOf(planned.file), planned.match.mapping) !== 'ndjson';
}
