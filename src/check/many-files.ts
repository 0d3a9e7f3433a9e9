import { setFlagsFromString } from 'node:v8';

const MANY = 500;

/**
 * Thousands of small files are judged within a second, of which V8 would spend a third on compiling for a long run: it is told
 * to wait longer (https://v8.dev/docs/ignition calls it the interrupt budget). Few files with many events are a long run.
 */
export function expectFiles(count: number): void {
  if (count >= MANY) setFlagsFromString('--interrupt-budget=1056000');
}
