import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LineReader } from '../event/line-reader.ts';
import type { Batch, LineCount } from '../event/line-reader.ts';
import { readLines } from '../event/read-ndjson.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { partBounds, rangeOf } from './file-parts.ts';
import type { JudgeOptions } from './judge-events.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { ProgressMeter } from './progress.ts';
import type { ScreenWork } from './screen-worker.ts';
import { Board, screen } from './screening.ts';
import type { Screening } from './screening.ts';
import { validatorOf } from './validator-of.ts';

/** Bytes of a file for each thread that are worth its start. */
const perThread = 6e6;

/** The file that test/build.mjs makes of screen-worker.ts, beside the one that this is in. The library has none. */
const builtWorker = join(dirname(import.meta.url), 'screen-worker.cjs');

interface LinesFile {
  readonly place: string;
  /** Bytes. */
  readonly size: number;
  readonly mapping: Mapping;
  readonly contract: LoadedContract;
  readonly maxLineLength: number;
  readonly options: Pick<JudgeOptions, 'now' | 'showValues'>;
  readonly meter?: ProgressMeter | undefined;
}

/** Whether the verdict on a line depends on no other line. */
export function isLineByLine({ resolution, expect }: Mapping, contract: LoadedContract): boolean {
  return (
    resolution === 'strict' &&
    expect === 'pass' &&
    contract.contract.envelope === undefined &&
    validatorOf(contract).trackUniqueness({ values: 0, characters: 0 }) === undefined
  );
}

/** How many threads are of help with a file, this one included; of as many as the machine runs at once, by default. */
export function threadsFor({ size, mapping, contract }: LinesFile, most: number = availableParallelism()): number {
  const helpful = isLineByLine(mapping, contract) && existsSync(builtWorker) ? Math.floor(size / perThread) : 1;
  return Math.max(1, Math.min(most, helpful));
}

interface Cut {
  readonly threads: number;
  /** Bytes of a part: few enough that all threads end at about the same time. */
  readonly partSize?: number;
  /** The file that threads run. */
  readonly worker?: string;
}

/**
 * The events of a file of lines, in order, as `readNdjson` gives them: but for the parts of which a thread has found that all
 * events hold there is the number of these only. What anybody has to be told of, is read here and now.
 */
export async function* readScreened(
  { place, size, mapping, contract, maxLineLength, options, meter }: LinesFile,
  { threads, partSize = 1e6, worker = builtWorker }: Cut,
): AsyncGenerator<Batch | LineCount> {
  const bounds = partBounds(place, size, partSize);
  const board = Board.for(bounds.length - 1);
  const screening: Screening = { place, bounds, mapping, maxLineLength, options, board };
  const onPart = ({ progress: { parts, events } }: Board): void => meter?.screened(events, parts / (bounds.length - 1));
  const others = startThreads(threads - 1, worker, screening, contract);
  await Promise.all([...others, screen(screening, contract, onPart)]);

  const lines = new LineReader({ select: mapping.select });
  const results = new Board(board);
  for (const [part, start] of bounds.slice(0, -1).entries()) {
    const known = lines.isUndecided ? undefined : results.cleanPart(part);
    if (known === undefined) {
      yield* readLines(rangeOf(place, start, bounds[part + 1] ?? size), lines, maxLineLength);
      if (lines.isDone) break;
      continue;
    }
    lines.skip(known);
    yield known;
  }
  yield lines.end();
}

/** They end when every part was looked through. A thread that cannot start or fails leaves its parts to others. */
function startThreads(
  count: number,
  file: string,
  screening: Screening,
  { path, text }: LoadedContract,
): Promise<void>[] {
  const workerData: ScreenWork = { screening, contract: { path, text } };
  return Array.from({ length: count }, () => {
    const worker = new Worker(file, { workerData });
    return new Promise<void>((resolve) => {
      worker.on('error', () => resolve());
      worker.on('exit', () => resolve());
    });
  });
}
