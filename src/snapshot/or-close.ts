import type { Snapshot } from './snapshot.ts';

/** A snapshot that is left open has a git process waiting, and that keeps ours from ending. */
export async function orClose<T>(snapshot: Snapshot, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}
