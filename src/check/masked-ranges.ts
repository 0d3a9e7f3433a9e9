import type { EventSource, Watcher } from '../event/events.ts';
import type { TextRange } from '../json-value.ts';
import { below } from './sensitive.ts';
import type { SensitiveFields } from './sensitive.ts';

/**
 * Where a document has values that must not be shown, in order and apart from each other. A little more than must be: a
 * sensitive path counts wherever in the document it may begin, and so do all members of one name.
 */
export function maskedRanges(source: EventSource, fields: SensitiveFields): readonly TextRange[] {
  const ranges: TextRange[] = [];
  source.walk(source, new SensitiveWatcher(fields, [fields], ranges));
  let end = 0;
  return ranges
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((range) => {
      if (range.start < end) return false;
      end = range.end;
      return true;
    });
}

class SensitiveWatcher implements Watcher {
  readonly #root: SensitiveFields;
  readonly #here: readonly SensitiveFields[];
  readonly #ranges: TextRange[];

  constructor(root: SensitiveFields, here: readonly SensitiveFields[], ranges: TextRange[]) {
    this.#root = root;
    this.#here = here;
    this.#ranges = ranges;
  }

  child(step: string | number): Watcher {
    return new SensitiveWatcher(this.#root, [this.#root, ...below(this.#here, step)], this.#ranges);
  }

  open(): void {}

  close(value: TextRange): void {
    if (this.#here.some(({ whole }) => whole)) this.#ranges.push(value);
  }

  /** It may tell of any value. */
  comment({ start, end }: TextRange): void {
    if (end > start + 1) this.#ranges.push({ start: start + 1, end });
  }
}
