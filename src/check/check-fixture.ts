import { decodeText, isLfsPointer, longestLfsPointer } from '../event/decode-text.ts';
import type { EventFault, FixtureEvent, Format } from '../event/events.ts';
import { readJsonEvents } from '../event/read-events.ts';
import type { ReadOptions } from '../event/read-events.ts';
import type { Batch, LineCount } from '../event/line-reader.ts';
import type { Freshness } from '../mapping/mapping.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../snapshot/snapshot.ts';
import { positionAt } from '../text-position.ts';
import { formatOf } from './format.ts';
import { EventJudge } from './judge-events.ts';
import type { JudgeOptions } from './judge-events.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { PlannedCheck } from './plan-checks.ts';
import type { ProgressMeter } from './progress.ts';
import type { CheckResult } from './report.ts';
import { resultOf } from './result.ts';
import { pathOf } from './selection.ts';
import { sensitiveInAny } from './sensitive.ts';

export interface CheckOptions extends JudgeOptions {
  /** Bytes; for formats that are held whole. */
  readonly maxFileSize: number;
  /** How many may be used for one file; by default as many as the machine runs at once. */
  readonly threads?: number | undefined;
  /** What `now` comes from. */
  readonly freshness: Freshness;
  /** Is told of every event that is judged, and by which contracts. */
  readonly observe?: Observe;
  readonly meter?: ProgressMeter;
}

export type Observe = (file: string, event: FixtureEvent, contracts: readonly LoadedContract[]) => void;

/** Bytes; below, no other thread could be of help. */
const large = 10e6;

/** One fixture against its contract (with `fallback`: its contracts, most wanted first). */
export async function checkFixture(
  planned: PlannedCheck,
  contracts: readonly [LoadedContract, ...LoadedContract[]],
  content: Content,
  options: CheckOptions,
): Promise<CheckResult | Problem> {
  const file = pathOf(planned.file);
  const { mapping } = planned.match;
  const format = formatOf(file, mapping);
  const objection = objectionTo(content, format, options.maxFileSize);
  if (content.kind !== 'file' || format === undefined || objection !== undefined) {
    return { code: 'fixture', file, message: 'the fixture cannot be checked', ...objection };
  }

  // Small enough to look at twice.
  const small = format !== 'ndjson' || content.size < longestLfsPointer ? await content.bytes() : undefined;
  if (small !== undefined && isLfsPointer(small)) {
    const message = 'the fixture is a Git LFS pointer: its content is not in git';
    return { code: 'fixture', file, message, hint: 'Leave it out with `exclude`, or keep fixtures out of LFS.' };
  }
  const judge = new EventJudge(file, mapping, contracts, options);
  const judgeAll = (events: Iterable<FixtureEvent | EventFault>): void => {
    for (const event of events) {
      if (event.ok) options.observe?.(file, event, contracts);
      judge.judge(event);
    }
    options.meter?.judged(judge.events);
  };
  if (format === 'ndjson') {
    const lines = await linesOf(content, small, planned, contracts, options);
    for await (const batch of lines) {
      if ('lines' in batch) judge.skip(batch.events);
      else judgeAll(batch);
      if (judge.objection !== undefined) break;
    }
  } else {
    const envelope = contracts[0].contract.envelope !== undefined;
    judgeAll(await readWhole(small ?? Buffer.alloc(0), format, { envelope, select: mapping.select }));
  }
  const { objection: limit } = judge;
  if (limit !== undefined) {
    const hint = 'Split the file; each part is then judged by itself.';
    return { code: 'fixture', file, message: limit, hint };
  }
  const verdict = judge.finish();
  if (verdict.violations.length === 0) return resultOf(planned, contracts, verdict);
  const { locateViolations } = await import('./locate-violations.ts');
  const sensitive = options.showValues ? undefined : sensitiveInAny(contracts);
  return resultOf(planned, contracts, verdict, (some) => locateViolations(some, sensitive));
}

/** The events of NDJSON; of a large file on disk, where several threads can help, of some only their number. */
async function linesOf(
  content: Extract<Content, { kind: 'file' }>,
  small: Buffer | undefined,
  { match: { mapping } }: PlannedCheck,
  [contract]: readonly [LoadedContract, ...LoadedContract[]],
  { observe, meter, maxFileSize: maxLineLength, threads, now, showValues }: CheckOptions,
): Promise<AsyncIterable<Batch | LineCount>> {
  const { place, size } = content;
  if (place !== undefined && size >= large && observe === undefined) {
    const { readScreened, threadsFor } = await import('./screen-file.ts');
    const file = { place, size, mapping, contract, maxLineLength, options: { now, showValues }, meter };
    const several = threadsFor(file, threads);
    if (several > 1) return readScreened(file, { threads: several });
  }
  const whole = small === undefined ? content.chunks() : [small];
  const chunks = meter?.read(whole, content.size) ?? whole;
  const { readNdjson } = await import('../event/read-ndjson.ts');
  return readNdjson(chunks, { select: mapping.select, maxLineLength });
}

function objectionTo(
  content: Content,
  format: Format | undefined,
  maxFileSize: number,
): Pick<Problem, 'message' | 'hint'> | undefined {
  if (content.kind === 'absent') return { message: 'there is no such file' };
  if (content.kind !== 'file') return { message: `it is a ${content.kind}, not a file` };
  if (format === undefined) {
    const hint = 'Set `format:` (json, ndjson or yaml) in its mapping.';
    return { message: 'its extension tells no format', hint };
  }
  if (format !== 'ndjson' && content.size > maxFileSize) {
    const hint = 'Raise `maxFileSize` (at most 500 MB), or keep the events as NDJSON, which is read in pieces.';
    return { message: `it has ${content.size} bytes, and the limit is ${maxFileSize}`, hint };
  }
  return undefined;
}

/** The events of a JSON or YAML file. */
async function readWhole(
  bytes: Buffer,
  format: 'json' | 'yaml',
  options: ReadOptions,
): Promise<readonly (FixtureEvent | EventFault)[]> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const start = positionAt(decoded.before, decoded.before.length);
    return [{ ok: false, record: 0, message: decoded.message, start, end: { ...start, column: start.column + 1 } }];
  }
  if (format === 'json') return readJsonEvents(decoded.text, options);
  const { readYamlEvents } = await import('../event/read-yaml-events.ts');
  return readYamlEvents(decoded.text, options);
}
