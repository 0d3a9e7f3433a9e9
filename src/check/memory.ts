import type { ParsedFiles } from '../cache/parsed-files.ts';
import type { VerdictMemory } from '../cache/verdict-memory.ts';

/** What earlier runs found out. The caller keeps what a run adds. */
export interface Memory {
  readonly verdicts: VerdictMemory;
  readonly parsed: ParsedFiles;
}
