import { setFlagsFromString } from 'node:v8';

const MANY = 500;

/**
 * Thousands of small files are judged within a second, of which V8 would spend a third on compiling for a long run: it is told
 * to wait longer (its interrupt budget). Few files with many events are a long run.
 */
export function expectFiles(count: number): void {
  // V8 12 came with `Array.fromAsync` (Node 22). It compiles later by itself, and complains of the flag.
  if (count >= MANY && !('fromAsync' in Array)) setFlagsFromString('--interrupt-budget=1056000');
}
