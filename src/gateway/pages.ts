import type { PageOptions } from './read-calls.ts';

/** The page size that the gateway allows at most. */
const largestPage = 500;

/** A walk through a list that grows at its front meanwhile, which pushes entries on to the next page: each comes once. */
export class PageWalk<Entry extends { readonly id: string }> {
  readonly #seen = new Set<string>();
  readonly #limit: number;
  #offset: number;
  #isDone = false;

  constructor({ limit = largestPage, offset = 0 }: PageOptions) {
    this.#limit = Math.min(limit, largestPage);
    this.#offset = offset;
  }

  /** The next page to read; undefined when there are no more. */
  get next(): Required<Pick<PageOptions, 'limit' | 'offset'>> | undefined {
    return this.#isDone ? undefined : { limit: this.#limit, offset: this.#offset };
  }

  /** The entries of that page that are new. Only an empty page is the last: a short one may be one that the gateway cut. */
  fresh(page: readonly Entry[]): Entry[] {
    this.#offset += page.length;
    this.#isDone = page.length === 0;
    return page.filter(({ id }) => {
      const isNew = !this.#seen.has(id);
      this.#seen.add(id);
      return isNew;
    });
  }
}
