import type { BlobId } from '../cache/blob-id.ts';
import type { VerdictMemory } from '../cache/verdict-memory.ts';
import { readsClock } from '../contract/reads-clock.ts';
import type { Format } from '../event/events.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Content } from '../snapshot/snapshot.ts';
import type { CheckOptions } from './check-fixture.ts';
import { formatOf } from './format.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { ReadyCheck } from './ready-checks.ts';
import type { CheckResult } from './report.ts';
import { resultOf } from './result.ts';
import { pathOf } from './selection.ts';

/** Makes the id of a blob of `size` bytes from its content. */
type BlobIdMaker = (size: number, hexDigits?: number) => BlobId;

interface Judge {
  readonly mapping: Mapping;
  readonly contracts: readonly LoadedContract[];
  readonly format: Format | undefined;
  /** As `VerdictMemory` knows it. */
  readonly judge: string | undefined;
  /** Where one of several contracts decides, what the memory knows each of them as. */
  readonly parts: readonly string[];
}

/**
 * The clean verdicts that earlier runs have reached, and those that this one adds. Only of content that is known to be a
 * blob, and never where the clock decides.
 */
export class KnownVerdicts {
  readonly #memory: VerdictMemory;
  readonly #options: CheckOptions;
  readonly #blobId: BlobIdMaker | undefined;
  readonly #contractIds = new Map<LoadedContract, string | undefined>();
  #last: Judge | undefined;
  #settled = 0;

  private constructor(memory: VerdictMemory, options: CheckOptions, blobId: BlobIdMaker | undefined) {
    this.#memory = memory;
    this.#options = options;
    this.#blobId = blobId;
  }

  /** Undefined without a memory. */
  static async open(
    memory: VerdictMemory | undefined,
    checks: readonly ReadyCheck[],
    options: CheckOptions,
  ): Promise<KnownVerdicts | undefined> {
    if (memory === undefined) return undefined;
    // In the index and in revisions git gives every id, and a commit need not load the hashes for it.
    const isOnDisk = checks.some((check) => unchangedOid(check) !== undefined);
    const blobId = isOnDisk ? (await import('../cache/blob-id.ts')).blobId : undefined;
    return new KnownVerdicts(memory, options, blobId);
  }

  /** How many fixtures hold, without a clock, and have the very content that the snapshot lists. */
  get settled(): number {
    return this.#settled;
  }

  /** The result of a check that need not be made. */
  recall(check: ReadyCheck): CheckResult | undefined {
    const { planned, contracts } = check;
    const oid = listedOid(check);
    if (oid === undefined) return undefined;
    const { judge, parts } = this.#judgeOf(check);
    const events = judge === undefined ? undefined : this.#memory.recall(judge, oid);
    if (events === undefined) return undefined;
    const matched = new Map<LoadedContract, number>();
    for (const [index, part] of parts.entries()) {
      const count = this.#memory.recall(part, oid);
      const contract = contracts[index];
      if (count === undefined || contract === undefined) return undefined;
      if (count > 0) matched.set(contract, count);
    }
    this.#settled++;
    const verdict = { events, failedEvents: 0, violations: [], omitted: [], known: 0, matched };
    return resultOf(planned, contracts, verdict);
  }

  /**
   * Content to make a check from, and what remembers its verdict. A file on disk is hashed on the way: it may have changed
   * since git looked.
   */
  watch(check: ReadyCheck, content: Content): { content: Content; remember(result: CheckResult): void } {
    const { judge, parts } = this.#judgeOf(check);
    const expected = unchangedOid(check);
    if (content.kind !== 'file' || judge === undefined) return { content, remember() {} };
    const remember = (oid: string | undefined, { passed, known, events, matched = [] }: CheckResult): void => {
      if (oid === undefined || !passed) return;
      if (oid === listedOid(check)) this.#settled++;
      // The baseline is not in the judge.
      if (known !== undefined) return;
      this.#memory.remember(judge, oid, events);
      for (const [index, part] of parts.entries()) {
        const path = check.contracts[index]?.path;
        this.#memory.remember(part, oid, matched.find(({ contract }) => contract === path)?.events ?? 0);
      }
    };
    const id = expected === undefined ? undefined : this.#blobId?.(content.size, expected.length);
    if (id === undefined) return { content, remember: (result) => remember(content.oid, result) };
    return {
      content: hashed(content, id),
      remember: (result) => remember(id.digest() === expected ? expected : undefined, result),
    };
  }

  /** Everything but the blob that the verdict depends on; no judge where that is more than can be remembered. */
  #judgeOf({ planned: { file, match }, contracts }: ReadyCheck): Judge {
    const [contract] = contracts;
    const format = formatOf(pathOf(file), match.mapping);
    // Of thousands of fixtures, those of a contract mostly stand together.
    const last = this.#last;
    const isLast = last?.mapping === match.mapping && last.format === format && isSameList(last.contracts, contracts);
    if (isLast) return last;
    const isFallback = match.mapping.resolution === 'fallback';
    const judge = this.#describeJudge(match.mapping, isFallback ? contracts : [contract], format);
    const parts = judge !== undefined && isFallback ? contracts.map((_, index) => `${judge} ${index}`) : [];
    this.#last = { mapping: match.mapping, contracts, format, judge, parts };
    return this.#last;
  }

  #describeJudge(
    mapping: Mapping,
    contracts: readonly LoadedContract[],
    format: Format | undefined,
  ): string | undefined {
    const { expect, kinds, fields, select, resolution } = mapping;
    const areOfClock = contracts.some(({ contract }) => readsClock(contract));
    if (areOfClock && this.#options.freshness === 'now') return undefined;
    const ids = contracts.map((contract) => this.#idOf(contract));
    if (ids.includes(undefined)) return undefined;
    const { maxFileSize, now } = this.#options;
    return JSON.stringify([
      ids,
      format,
      select,
      expect,
      kinds,
      fields,
      maxFileSize,
      areOfClock ? now : null,
      resolution,
    ]);
  }

  #idOf(contract: LoadedContract): string | undefined {
    if (contract.oid !== undefined) return contract.oid;
    if (!this.#contractIds.has(contract)) {
      const bytes = Buffer.from(contract.text, 'utf8');
      this.#contractIds.set(contract, this.#blobId?.(bytes.length).update(bytes).digest());
    }
    return this.#contractIds.get(contract);
  }
}

function isSameList<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}

/** The blob that a fixture is, as the snapshot has it. */
function listedOid({ planned: { file } }: ReadyCheck): string | undefined {
  return typeof file === 'string' ? undefined : (file.oid ?? file.unchangedOid);
}

function unchangedOid({ planned: { file } }: ReadyCheck): string | undefined {
  return typeof file === 'string' ? undefined : file.unchangedOid;
}

function hashed(content: Extract<Content, { kind: 'file' }>, id: BlobId): Content {
  return {
    ...content,
    async *chunks() {
      for await (const chunk of content.chunks()) {
        id.update(chunk);
        yield chunk;
      }
    },
    async bytes() {
      const bytes = await content.bytes();
      id.update(bytes);
      return bytes;
    },
  };
}
