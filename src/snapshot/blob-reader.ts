import { CatFile } from '../git/cat-file.ts';
import type { CatFileHeader } from '../git/cat-file-header.ts';
import type { Git } from '../git/environment.ts';
import { displayPath } from '../git/path.ts';
import { SnapshotError, type Content, type Entry, type PathContent, type RepoPath } from './snapshot.ts';

/** What to ask git for, or the answer where there is no need to ask. */
export type Step =
  | { readonly path: RepoPath; readonly content: Content }
  | {
      readonly path: RepoPath;
      /** As `CatFile.request` takes it. */
      readonly name: string;
      /** Makes the content of git's answer. Default: the blob must be there. */
      readonly judge?: (header: CatFileHeader) => Promise<Content>;
    };

// Requests that git may be ahead of us: enough that it never waits, few enough to skip when a reader stops early.
const AHEAD = 1024;

/** Reads blobs through one `cat-file`, which it starts at once. */
export class BlobReader {
  readonly catFile: CatFile;
  #reading = false;

  constructor(git: Git) {
    this.catFile = new CatFile(git);
  }

  /** The contents of `items`, in order, requests running ahead of answers. */
  async *read<Item>(items: Iterable<Item>, plan: (item: Item) => Step | Promise<Step>): AsyncGenerator<PathContent> {
    if (this.#reading) throw new Error('a snapshot is read one run at a time');
    this.#reading = true;
    try {
      // What an earlier reader left behind.
      await this.catFile.skipAll();
      const source = items[Symbol.iterator]();
      let steps: Step[] = [];
      for (let at = 0, exhausted = false; ; at += 1) {
        if (!exhausted && steps.length - at <= AHEAD / 2) {
          const added = await this.#request(source, plan, AHEAD - (steps.length - at));
          exhausted = added.length === 0;
          steps = [...steps.slice(at), ...added];
          at = 0;
        }
        const step = steps[at];
        if (!step) return;
        yield { path: step.path, content: await this.#contentOf(step) };
      }
    } finally {
      this.#reading = false;
    }
  }

  /** The content of the blob that was answered last, not yet taken. */
  streamed(oid: string, size: number): Content {
    return {
      kind: 'file',
      size,
      oid,
      chunks: () => this.catFile.chunks(),
      bytes: () => this.catFile.bytes(),
    };
  }

  async #request<Item>(
    source: Iterator<Item>,
    plan: (item: Item) => Step | Promise<Step>,
    count: number,
  ): Promise<Step[]> {
    const steps: Step[] = [];
    while (steps.length < count) {
      const next = source.next();
      if (next.done) break;
      const step = plan(next.value);
      steps.push(step instanceof Promise ? await step : step);
    }
    this.catFile.request(steps.flatMap((step) => ('name' in step ? [step.name] : [])));
    return steps;
  }

  async #contentOf(step: Step): Promise<Content> {
    if ('content' in step) return step.content;
    const header = await this.catFile.answer();
    if (step.judge) return step.judge(header);
    if (header.kind === 'object' && header.type === 'blob') return this.streamed(header.oid, header.size);
    throw new SnapshotError(
      `the content of ${displayPath(step.path)} (${step.name}) is missing from the repository`,
      'Run `git fsck`, or `git fetch` where the clone is a partial one.',
    );
  }
}

/** How to read an entry that git gave: by its object id. */
export function stepForEntry(entry: Entry): Step {
  if (entry.kind !== 'file') return { path: entry.path, content: { kind: entry.kind } };
  if (entry.oid === undefined) throw new Error(`no object id for ${displayPath(entry.path)}`);
  return { path: entry.path, name: entry.oid };
}

/** How to read what `entryLookup` found at a path. */
export function stepForFound(path: RepoPath, found: Entry | 'directory' | undefined): Step {
  if (found === undefined) return { path, content: { kind: 'absent' } };
  return found === 'directory' ? { path, content: { kind: 'directory' } } : stepForEntry(found);
}
