import type { Progress } from '../check/progress.ts';
import { count, plural } from '../report/words.ts';
import type { Environment } from './environment.ts';
import { isCi } from './terminal.ts';

/** Milliseconds: shorter runs show nothing, and no line is written more often than can be read. */
const patience = 500;
const pause = 100;

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/**
 * One line on stderr that is written over and over while a long run goes on, and is gone when it ends. Undefined where nobody
 * watches: stderr is no terminal, or a machine's log. `now`: milliseconds that never go back.
 */
export function progressLine(
  { stderr, env }: Pick<Environment, 'stderr' | 'env'>,
  now: () => number = () => performance.now(),
): ProgressLine | undefined {
  if (stderr.isTTY !== true || isCi(env) || env['TERM'] === 'dumb') return undefined;
  const start = now();
  let last: number | undefined;
  return {
    show(progress) {
      const at = now();
      if (at - start < patience || (last !== undefined && at - last < pause)) return;
      last = at;
      const text = progressText(progress, at - start);
      // Not into the last column, where some terminals go on to the next line.
      stderr.write(`\r\u001b[K${text.slice(0, Math.max(0, (stderr.columns ?? 80) - 1))}`);
    },
    clear() {
      if (last !== undefined) stderr.write('\r\u001b[K');
      last = undefined;
    },
  };
}

/** `checking file 3 of 12: 1,234,567 events, 310,000 a second, 12 s left` */
function progressText({ file, files, events, share }: Progress, elapsed: number): string {
  const rate = Math.round(events / (elapsed / 1000));
  const done = (file - 1 + share) / files;
  const left = done > 0 ? Math.ceil(((elapsed / done) * (1 - done)) / 1000) : undefined;
  const parts = [
    plural(events, 'event'),
    `${count(rate)} a second`,
    ...(left === undefined ? [] : [`${timeText(left)} left`]),
  ];
  return `checking file ${count(file)} of ${count(files)}: ${parts.join(', ')}`;
}

function timeText(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
