import { digestOf, RunMemory } from '../cache/run-memory.ts';
import type { VerdictMemory } from '../cache/verdict-memory.ts';
import type { MappingConfig } from '../mapping/mapping.ts';
import { matchesAny } from '../mapping/plan.ts';
import type { Content, Outline, PathContent, RepoPath, Snapshot } from '../snapshot/snapshot.ts';
import type { CheckResult, Report } from './report.ts';
import type { RunOptions } from './run-checks.ts';

/** What a report says besides how long it took, where nothing is wrong. */
type CleanReport = Pick<Report, 'checks' | 'linted' | 'findings' | 'notes'>;

/** What is said alike of many fixtures, in the order in which a result has it. */
type CommonResult = Omit<CheckResult, 'locate'>;

/** A run in which all fixtures hold. They are kept as columns, which thousands are read from in a moment. */
interface KeptRun extends Omit<CleanReport, 'checks'> {
  /** What was read by path: the mapping file, contracts, the baseline, and that some of these are not there. */
  readonly inputs: readonly (readonly [path: RepoPath, state: string])[];
  /** A path that matches none of them, whatever its letter case, has no part in the run: near misses are told of too. */
  readonly globs: readonly string[];
  readonly expressions: MappingConfig['expressions'];
  /** Paths of fixtures, with a NUL between them. */
  readonly files: string;
  readonly events: readonly number[];
  /** Of each fixture, which of `common` is said of it. */
  readonly results: readonly number[];
  readonly common: readonly CommonResult[];
}

/**
 * A run over everything is the same as an earlier one where git lists the same files with the same contents, what else is
 * read is the same to the byte, and the options are. If all held then, it holds now, and nothing is looked at one by one.
 * A run in which anything was wrong, or decided by the clock, is not kept.
 */
export class SameRun {
  /** The one that was given. What is read from it by path is taken down. */
  readonly snapshot: Snapshot;
  readonly #memory: RunMemory<KeptRun>;
  readonly #question: string;
  readonly #outline: Outline;
  readonly #inputs = new Map<RepoPath, string>();

  private constructor(snapshot: Snapshot, memory: RunMemory<KeptRun>, question: string, outline: Outline) {
    this.snapshot = { ...snapshot, read: (paths) => this.#takeDown(snapshot.read(paths)) };
    this.#memory = memory;
    this.#question = question;
    this.#outline = outline;
  }

  /** Undefined where the snapshot does not tell whether contents are the same. */
  static async open(snapshot: Snapshot, memory: VerdictMemory, options: RunOptions): Promise<SameRun | undefined> {
    // What fails here fails again where it is needed, and is told of there.
    const outline = await snapshot.outline?.().catch(() => undefined);
    if (outline === undefined) return undefined;
    const { configPath, maxFileSize, showValues, strict } = options;
    const asked = JSON.stringify([3, memory.maker, snapshot.name, configPath, maxFileSize, showValues, strict]);
    return new SameRun(snapshot, new RunMemory(memory.folder), digestOf(asked, '\0', outline.listing), outline);
  }

  /** What the same run has found before. */
  async recall(): Promise<CleanReport | undefined> {
    const kept = this.#memory.recall(this.#question);
    if (kept === undefined) return undefined;
    const states = kept.inputs.values();
    for await (const { content } of this.snapshot.read(kept.inputs.map(([path]) => path))) {
      if ((await stateOf(content)) !== states.next().value?.[1]) return undefined;
    }
    const { linted, findings, notes, globs } = kept;
    const checks = resultsOf(kept);
    // Last, since git takes longest for it.
    return (await this.#tellsOfAll(globs, kept)) ? { checks, linted, findings, notes } : undefined;
  }

  /** To be called where all that the report tells of was found in the contents that the outline stands for. */
  async keep({ checks, linted, findings, notes }: CleanReport, config: MappingConfig): Promise<void> {
    const { mappings, fixtures, contracts, expressions } = config;
    const globs = [...mappings.flatMap(({ files }) => files), ...fixtures, ...contracts];
    // What is gone from the disk had no part in this run, and would have one if it came back: the listing stays the same.
    if (!(await this.#tellsOfAll(globs, config))) return;
    const common = new Map<string, number>();
    const results = checks.map((check) => {
      const text = JSON.stringify({ ...check, file: '', events: 0 });
      const known = common.get(text) ?? common.size;
      common.set(text, known);
      return known;
    });
    this.#memory.keep(this.#question, {
      inputs: [...this.#inputs],
      globs,
      expressions,
      files: checks.map(({ file }) => file).join('\0'),
      events: checks.map(({ events }) => events),
      results,
      common: [...common.keys()].map((text) => JSON.parse(text) as CommonResult),
      linted,
      findings,
      notes,
    });
  }

  /** Whether the listing tells of everything that has a part in the run. */
  async #tellsOfAll(globs: readonly string[], config: Pick<MappingConfig, 'expressions'>): Promise<boolean> {
    const loose = await this.#outline.loose().catch(() => undefined);
    return loose !== undefined && !loose.some(matchesAny(globs, config, { ignoresCase: true }));
  }

  async *#takeDown(contents: AsyncIterable<PathContent>): AsyncGenerator<PathContent> {
    for await (const { path, content } of contents) {
      // A file that nobody reads is the same as no other.
      this.#inputs.set(path, content.kind);
      if (content.kind !== 'file') yield { path, content };
      else yield { path, content: { ...content, bytes: async () => this.#digested(path, await content.bytes()) } };
    }
  }

  #digested(path: RepoPath, bytes: Buffer): Buffer {
    this.#inputs.set(path, digestOf(bytes));
    return bytes;
  }
}

async function stateOf(content: Content): Promise<string> {
  return content.kind === 'file' ? digestOf(await content.bytes()) : content.kind;
}

function resultsOf({ files, events, results, common }: KeptRun): CheckResult[] {
  const locate = () => [];
  return files.split('\0').map((file, index) => {
    const shared = common[results[index] ?? -1];
    if (shared === undefined) throw new Error('a kept run has columns of different lengths');
    return { ...shared, file, events: events[index] ?? 0, locate };
  });
}
