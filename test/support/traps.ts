import { CONTENT_AND_SURROUNDINGS } from './traps/content-and-surroundings.ts';
import { STATES_OF_THE_INDEX } from './traps/states-of-the-index.ts';
import type { Trap } from './traps/trap.ts';
import { WAYS_TO_COMMIT } from './traps/ways-to-commit.ts';

/** Every trap that is known, in the order of its number. */
export const TRAPS: readonly Trap[] = [...WAYS_TO_COMMIT, ...STATES_OF_THE_INDEX, ...CONTENT_AND_SURROUNDINGS].sort(
  (a, b) => a.number - b.number,
);
