import { displayPath } from './path.ts';
import { SnapshotError } from './snapshot-error.ts';

const NUL = '\0';
const SHOWN_LENGTH = 80;

/** Splits what a `-z` command wrote: every record ends in a NUL, the last one too. One character for each byte. */
export function nulTerminated(output: Buffer, command: string): string[] {
  const records = output.toString('latin1').split(NUL);
  const rest = records.pop() ?? '';
  if (rest !== '') throw unexpected(command, rest, 'a record without its end');
  return records;
}

/** Git answered in a form that it is not known to use: nothing is guessed from it. */
export function unexpected(command: string, answer: string, what = 'something unexpected'): SnapshotError {
  const shown = answer.length > SHOWN_LENGTH ? `${answer.slice(0, SHOWN_LENGTH)}…` : answer;
  return new SnapshotError(`git ${command} answered with ${what}: "${displayPath(shown)}"`);
}
