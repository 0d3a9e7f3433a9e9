import { join } from 'node:path';

/** The most memory that a check may use, whatever the size of its NDJSON. */
export const peakMegabytes = 250;

/** The same case of a Node program, which also tells the most memory that it has had, in megabytes. */
export function withPeak({ args, ...one }, tell) {
  const probe = join(import.meta.dirname, 'peak-probe.cjs');
  return { ...one, args: ['--require', probe, ...args], onExit: ([, , , peak]) => tell(Number(peak) / 1024) };
}
