/** Readings that are taken one by one, and how often after them. */
const measuredSingly = 64;

/**
 * The time that one verdict takes, in whole microseconds as the gateway tells it. To read the clock twice takes longer than
 * most verdicts do, so only the first 64 are measured each; from then on every 64th is, and those between carry its reading.
 */
export class Stopwatch {
  #calls = 0;
  #start = 0;
  #last = 0;

  start(): void {
    const calls = this.#calls++;
    this.#start = calls < measuredSingly || calls % measuredSingly === 0 ? performance.now() : 0;
  }

  /** Microseconds since `start`, or what was last measured. */
  stop(): number {
    if (this.#start > 0) this.#last = microsecondsSince(this.#start);
    return this.#last;
  }
}

/** Whole microseconds. */
export function microsecondsSince(start: number): number {
  return Math.round((performance.now() - start) * 1000);
}
