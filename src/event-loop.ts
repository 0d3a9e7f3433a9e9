/** Does work that may take seconds in one step, during which whoever runs the program can still end it. */
export type Killable = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Lets the event loop take its turn: files are read without waiting for the disk, and meanwhile no signal, ^C among them, would
 * be heard.
 */
export function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
