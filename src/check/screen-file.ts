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

/** Bytes of a part: short enough that all threads end at about the same time. */
const partSize = 1e6;

/** The file that test/build.mjs makes of screen-worker.ts, beside the one that this is in. The library has none. */
const workerFile = join(dirname(import.meta.url), 'screen-worker.cjs');

interface LinesFile {
  readonly place: string;
  /** Bytes. */
  readonly size: number;
  readonly mapping: Mapping;
  readonly contract: LoadedContract;
  readonly maxLineLength: number;
  /** How many may be used; by default as many as the machine runs at once. */
  readonly threads?: number | undefined;
  readonly options: Pick<JudgeOptions, 'now' | 'showValues'>;
  readonly meter?: ProgressMeter | undefined;
}

/** Whether several threads may look through a file, each at other lines of it, and whether that pays. */
export function isWorthThreads({ size, mapping, contract, threads }: LinesFile): boolean {
  const isLineByLine =
    mapping.resolution === 'strict' &&
    mapping.expect === 'pass' &&
    contract.contract.envelope === undefined &&
    validatorOf(contract).trackUniqueness({ values: 0, characters: 0 }) === undefined;
  return isLineByLine && size >= 2 * perThread && (threads ?? availableParallelism()) > 1 && existsSync(workerFile);
}

/**
 * The events of a file of lines, in order, as `readNdjson` gives them: but for the parts of which a thread has found that all
 * events hold there is the number of these only. What anybody has to be told of, is read here and now.
 */
export async function* readScreened(file: LinesFile): AsyncGenerator<Batch | LineCount> {
  const { place, size, mapping, contract, maxLineLength, options, meter, threads = availableParallelism() } = file;
  const bounds = partBounds(place, size, partSize);
  const board = Board.for(bounds.length - 1);
  const screening: Screening = { place, bounds, mapping, maxLineLength, options, board };
  const onPart = ({ progress: { parts, events } }: Board): void => meter?.screened(events, parts / (bounds.length - 1));
  await screenTogether(screening, contract, Math.min(threads, Math.floor(size / perThread)), onPart);

  const lines = new LineReader({ select: mapping.select });
  const results = new Board(board);
  for (const [part, start] of bounds.slice(0, -1).entries()) {
    const known = results.cleanPart(part);
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

/** Ends when every part was looked through. A thread that cannot start or fails leaves its parts to others. */
async function screenTogether(
  screening: Screening,
  contract: LoadedContract,
  threads: number,
  onPart: (board: Board) => void,
): Promise<void> {
  const { path, text } = contract;
  const workerData: ScreenWork = { screening, contract: { path, text } };
  const ends = Array.from({ length: threads - 1 }, async () => {
    const worker = new Worker(workerFile, { workerData });
    return new Promise<void>((resolve) => {
      worker.on('error', () => resolve());
      worker.on('exit', () => resolve());
    });
  });
  await screen(screening, contract, onPart);
  await Promise.all(ends);
}
