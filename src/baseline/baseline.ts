import type { JsonValue } from '../json-value.ts';
import type { BaselineEntry } from './entry.ts';
import { inOrder, keyOf } from './entry.ts';
import { fingerprint } from './fingerprint.ts';

/** What is known of a violation where it is found. */
interface Sighting {
  /** Paths from the root. */
  readonly file: string;
  readonly contract: string;
  readonly kind: string;
  readonly field: string;
  /** The event that violates; the text of one that cannot be read. */
  readonly record: JsonValue;
}

/** Whether a violation is one that is put up with. Asked once for each that is found. */
export type Recognise = (sighting: Sighting) => boolean;

/** Violations that were there when the baseline was recorded: so many of each are known, more are new. */
export class Baseline {
  readonly #entries: readonly BaselineEntry[];
  readonly #left: Map<string, number>;

  constructor(entries: readonly BaselineEntry[]) {
    this.#entries = entries;
    this.#left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  }

  readonly recognise: Recognise = (sighting) => {
    const key = keyOf(entryOf(sighting));
    const left = this.#left.get(key) ?? 0;
    if (left === 0) return false;
    this.#left.set(key, left - 1);
    return true;
  };

  /** What was not found any more, with how many of each, among the files that a run has looked at. */
  unused(hasLookedAt: (file: string) => boolean): readonly BaselineEntry[] {
    return this.#entries
      .filter(({ file }) => hasLookedAt(file))
      .map((entry) => ({ ...entry, count: this.#left.get(keyOf(entry)) ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  /** What of it is among the violations found: of each as many as there are, and never more than it had. */
  among(found: readonly BaselineEntry[]): readonly BaselineEntry[] {
    const counts = new Map(found.map((entry) => [keyOf(entry), entry.count]));
    const kept = this.#entries.map((entry) => ({
      ...entry,
      count: Math.min(entry.count, counts.get(keyOf(entry)) ?? 0),
    }));
    return inOrder(kept.filter(({ count }) => count > 0));
  }
}

/** Takes down every violation of a run; to it, all are new. */
export class BaselineRecorder {
  readonly #sightings: BaselineEntry[] = [];

  readonly recognise: Recognise = (sighting) => {
    this.#sightings.push(entryOf(sighting));
    return false;
  };

  get entries(): readonly BaselineEntry[] {
    return inOrder(this.#sightings);
  }
}

function entryOf({ file, contract, kind, field, record }: Sighting): BaselineEntry {
  return { file, contract, kind, field, record: fingerprint(record), count: 1 };
}
