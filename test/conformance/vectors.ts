import { readFileSync } from 'node:fs';
import type { Violation } from '../../src/index.ts';

/** One contract and what the reference engine answers to it; the clock stood at `engineNow`. */
export interface Vector {
  readonly name: string;
  readonly topic?: string;
  readonly contract: string;
  readonly accepted: boolean;
  readonly stage?: 'parse' | 'compile';
  readonly error?: string;
  readonly events?: readonly VectorEvent[];
  readonly batch_uniqueness?: readonly { readonly event: number; readonly violation: Violation }[];
  readonly envelope?: readonly VectorEnvelope[];
}

export interface VectorEvent {
  readonly json: string;
  readonly invalid_json?: string;
  readonly passed?: boolean;
  readonly violations?: readonly Violation[];
}

/** The batch result for each parsable event, in order, taken as a payload. */
interface VectorEnvelope {
  readonly passed: number;
  readonly quarantined: number;
  readonly violations: readonly (Violation & { readonly record_index: number })[];
}

/** Unix seconds. */
export const engineNow = 1_800_000_000;

export function readVectors(file: 'handmade' | 'generated'): Vector[] {
  const text = readFileSync(new URL(`vectors/${file}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Vector);
}
