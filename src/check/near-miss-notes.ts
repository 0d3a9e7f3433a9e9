import type { NearMiss } from '../mapping/near-miss.ts';
import type { RepoPath } from '../snapshot/snapshot.ts';

/** How many paths a note names; the others are counted. */
const mostNamed = 3;

/** One sentence for each glob that misses files by letter case alone: they are not checked, and somebody may think they are. */
export class NearMissNotes {
  readonly #missed = new Map<string, RepoPath[]>();
  readonly #configPath: RepoPath;

  constructor(configPath: RepoPath) {
    this.#configPath = configPath;
  }

  add(path: RepoPath, { mapping: { at }, glob }: NearMiss): void {
    const key = `${glob} (${this.#configPath}:${at.line}:${at.column})`;
    const paths = this.#missed.get(key) ?? [];
    this.#missed.set(key, paths);
    paths.push(path);
  }

  *notes(): Generator<string> {
    for (const [glob, paths] of this.#missed) {
      const more = paths.length - mostNamed;
      const named = `${paths.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      yield `not checked: ${named}; the glob ${glob} would match if letter case did not count`;
    }
  }
}
