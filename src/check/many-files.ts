const MANY = 500;

/** In V8 11 of Node 20. */
const usualBudget = 67_584;

/**
 * Thousands of small files are judged within a second, of which V8 would spend a third on compiling for a long run: it is told
 * to wait longer (its interrupt budget). Few files with many events are a long run. The answer ends it: code that is compiled
 * and kept under other flags is of no use to the next run.
 */
export async function expectFiles(count: number): Promise<() => void> {
  // V8 12 came with `Array.fromAsync` (Node 22). It compiles later by itself, and complains of the flag.
  if (count < MANY || 'fromAsync' in Array) return () => {};
  // Loading it takes longer than a fixture does.
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(`--interrupt-budget=${16 * usualBudget}`);
  return () => setFlagsFromString(`--interrupt-budget=${usualBudget}`);
}
