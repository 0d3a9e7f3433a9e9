/**
 * Lets the event loop take its turn: files are read without waiting for the disk, and meanwhile no signal, ^C among them, would
 * be heard.
 */
export function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
