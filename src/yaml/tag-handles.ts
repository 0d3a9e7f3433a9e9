import type { TagParts } from './scan-tag.ts';

/** What the handles of tags stand for: YAML's own, unless a `%TAG` directive says otherwise. */
export class TagHandles {
  readonly #defined = new Map<string, string>();

  /** Whether the handle is new. */
  define({ handle, suffix }: TagParts): boolean {
    const isNew = !this.#defined.has(handle);
    this.#defined.set(handle, suffix);
    return isNew;
  }

  /** The whole tag, or nothing where its handle is undefined. */
  resolve({ handle, suffix }: TagParts): string | undefined {
    if (handle === '') return suffix;
    const prefix = this.#defined.get(handle) ?? DEFAULTS.get(handle);
    return prefix === undefined ? undefined : prefix + suffix;
  }
}

const DEFAULTS = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);
