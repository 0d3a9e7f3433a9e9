import { displayPath } from './path.ts';
import { SnapshotError } from './snapshot-error.ts';

const NUL = 0;
const SHOWN_LENGTH = 80;

/** Splits what a `-z` command wrote: every record ends in a NUL, the last one too. */
export function nulTerminated(output: Buffer, command: string): Buffer[] {
  const records: Buffer[] = [];
  let start = 0;
  while (start < output.length) {
    const end = output.indexOf(NUL, start);
    if (end === -1) throw unexpected(command, output.subarray(start).toString('latin1'), 'a record without its end');
    records.push(output.subarray(start, end));
    start = end + 1;
  }
  return records;
}

/** Git answered in a form that it is not known to use: nothing is guessed from it. */
export function unexpected(command: string, answer: string, what = 'something unexpected'): SnapshotError {
  const shown = answer.length > SHOWN_LENGTH ? `${answer.slice(0, SHOWN_LENGTH)}…` : answer;
  return new SnapshotError(`git ${command} answered with ${what}: "${displayPath(shown)}"`);
}
