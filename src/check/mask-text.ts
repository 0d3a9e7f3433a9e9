import type { EventSource, Watcher } from '../event/events.ts';
import type { TextRange } from '../json-value.ts';
import type { SensitiveFields } from './sensitive.ts';

/**
 * The text of a document with every value masked that must not be shown, character by character so that places stay right.
 * Masks a little more than it must: a sensitive path counts wherever in the document it may begin, and so do all members of
 * one name.
 */
export function maskText(source: EventSource, fields: SensitiveFields): string {
  const ranges: TextRange[] = [];
  source.walk(source, new SensitiveWatcher(fields, [fields], ranges));
  let masked = '';
  let end = 0;
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < end) continue;
    masked += source.text.slice(end, range.start) + source.text.slice(range.start, range.end).replace(/[^\s"]/g, '*');
    end = range.end;
  }
  return masked + source.text.slice(end);
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
    const inside = this.#here.map(({ members, items }) => (typeof step === 'number' ? items : members.get(step)));
    const here = [this.#root, ...inside.filter((fields) => fields !== undefined)];
    return new SensitiveWatcher(this.#root, here, this.#ranges);
  }

  open(): void {}

  close(value: TextRange): void {
    if (this.#here.some(({ whole }) => whole)) this.#ranges.push(value);
  }
}
