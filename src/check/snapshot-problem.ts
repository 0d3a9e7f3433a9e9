import type { Problem } from '../problem.ts';
import { SnapshotError } from '../snapshot/snapshot.ts';

/** A snapshot that could not be read, as a problem. Any other error is a broken promise of the program and is thrown on. */
export function snapshotProblem(error: unknown): Problem {
  if (!(error instanceof SnapshotError)) throw error;
  const { message, hint } = error;
  return { code: 'snapshot', message, ...(hint !== undefined && { hint }) };
}
