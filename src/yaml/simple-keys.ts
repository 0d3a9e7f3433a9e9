import type { Cursor } from './cursor.ts';

/** A token that turns out to be a mapping's key where a `:` follows on its line, within 1024 bytes. */
export interface SimpleKey {
  readonly offset: number;
  readonly column: number;
  /** Counted from the start of the stream. */
  readonly tokenNumber: number;
  readonly flowLevel: number;
  /** At the column of its block mapping nothing but a key can stand. */
  readonly required: boolean;
}

const LONGEST_BYTES = 1024;

/** libyaml's simple keys: at most one for each flow level, so that the oldest comes first. */
export class SimpleKeys {
  readonly #cursor: Cursor;
  readonly #keys: SimpleKey[] = [];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  get firstToken(): number | undefined {
    return this.#keys[0]?.tokenNumber;
  }

  add(key: SimpleKey): void {
    this.#keys.push(key);
  }

  /** `yaml_parser_stale_simple_keys`; a key beyond ASCII may be too long before that shows here. */
  dropStale(): void {
    const oldest = Math.max(this.#cursor.lineStart, this.#cursor.offset - LONGEST_BYTES);
    for (let key = this.#keys[0]; key !== undefined && key.offset < oldest; key = this.#keys[0]) {
      this.#keys.shift();
      this.#refuseIfRequired(key);
    }
  }

  /** `yaml_parser_remove_simple_key` */
  drop(flowLevel: number): void {
    const key = this.#pop(flowLevel);
    if (key !== undefined) this.#refuseIfRequired(key);
  }

  /** The key that a `:` here makes one. */
  take(flowLevel: number): SimpleKey | undefined {
    const key = this.#pop(flowLevel);
    if (key === undefined || !this.#isTooLong(key)) return key;
    this.#refuseIfRequired(key);
    return undefined;
  }

  #pop(flowLevel: number): SimpleKey | undefined {
    return this.#keys.at(-1)?.flowLevel === flowLevel ? this.#keys.pop() : undefined;
  }

  #isTooLong({ offset }: SimpleKey): boolean {
    // A UTF-16 code unit takes three bytes at most.
    if ((this.#cursor.offset - offset) * 3 <= LONGEST_BYTES) return false;
    const bytes = new TextEncoder().encode(this.#cursor.text.slice(offset, this.#cursor.offset));
    return bytes.length > LONGEST_BYTES;
  }

  #refuseIfRequired(key: SimpleKey): void {
    if (key.required) this.#cursor.fail("could not find expected ':'", 'while scanning a simple key');
  }
}
