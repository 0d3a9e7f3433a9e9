/** A flag of V8 that makes it wait before it compiles what runs often, and for how many files to check that pays. */
interface Patience {
  readonly flag: string;
  readonly usual: number;
  readonly patient: number;
  readonly files: readonly [least: number, most: number];
}

/**
 * Thousands of small files are judged within a second, of which V8 would spend a third on compiling for a long run. Few files
 * with many events are a long run, and so are very many files.
 */
function patienceOfV8(): Patience | undefined {
  // `Array.fromAsync` came with V8 12 of Node 22, and `RegExp.escape` with the V8 of Node 24, which waits by itself.
  if (!('fromAsync' in Array)) {
    return { flag: 'interrupt-budget', usual: 67_584, patient: 16 * 67_584, files: [500, 8000] };
  }
  if ('escape' in RegExp) return undefined;
  return { flag: 'invocation-count-for-turbofan', usual: 3000, patient: 15_000, files: [500, 50_000] };
}

/**
 * Makes V8 wait where that pays. The answer ends it: code that is compiled and kept under other flags is of no use to the next
 * run.
 */
export async function expectFiles(count: number): Promise<() => void> {
  const patience = patienceOfV8();
  if (patience === undefined) return () => {};
  const {
    flag,
    usual,
    patient,
    files: [least, most],
  } = patience;
  if (count < least || count > most) return () => {};
  // Loading it takes longer than a fixture does.
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(`--${flag}=${patient}`);
  return () => setFlagsFromString(`--${flag}=${usual}`);
}
