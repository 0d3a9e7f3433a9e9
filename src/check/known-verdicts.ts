import type { BlobId } from '../cache/blob-id.ts';
import type { VerdictMemory } from '../cache/verdict-memory.ts';
import type { Format } from '../event/events.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Content } from '../snapshot/snapshot.ts';
import { resultOf } from './check-fixture.ts';
import type { CheckOptions } from './check-fixture.ts';
import { formatOf } from './format.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { ReadyCheck } from './ready-checks.ts';
import type { CheckResult } from './report.ts';
import { pathOf } from './selection.ts';

/** Makes the id of a blob of `size` bytes from its content. */
type BlobIdMaker = (size: number, hexDigits?: number) => BlobId;

interface Judge {
  readonly mapping: Mapping;
  readonly contract: LoadedContract;
  readonly format: Format | undefined;
  /** As `VerdictMemory` knows it. */
  readonly judge: string | undefined;
}

/**
 * The clean verdicts that earlier runs have reached, and those that this one adds. Only of content that is known to be a
 * blob, and never where the clock decides, or one of several contracts.
 */
export class KnownVerdicts {
  readonly #memory: VerdictMemory;
  readonly #options: CheckOptions;
  readonly #blobId: BlobIdMaker | undefined;
  readonly #contractIds = new Map<LoadedContract, string | undefined>();
  #last: Judge | undefined;

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

  /** The result of a check that need not be made. */
  recall(check: ReadyCheck): CheckResult | undefined {
    const { file } = check.planned;
    const oid = typeof file === 'string' ? undefined : (file.oid ?? file.unchangedOid);
    const judge = oid === undefined ? undefined : this.#judgeOf(check);
    const events = oid === undefined || judge === undefined ? undefined : this.#memory.recall(judge, oid);
    if (events === undefined) return undefined;
    const verdict = {
      events,
      failedEvents: 0,
      violations: [],
      omitted: [],
      known: 0,
      matched: new Map<LoadedContract, number>(),
    };
    return resultOf(check.planned, check.contracts, verdict, this.#options);
  }

  /**
   * Content to make a check from, and what remembers its verdict. A file on disk is hashed on the way: it may have changed
   * since git looked.
   */
  watch(check: ReadyCheck, content: Content): { content: Content; remember(result: CheckResult): void } {
    const judge = this.#judgeOf(check);
    const expected = unchangedOid(check);
    if (content.kind !== 'file' || judge === undefined) return { content, remember() {} };
    const remember = (oid: string | undefined, { passed, known, events }: CheckResult): void => {
      if (oid !== undefined && passed && known === undefined && events > 0) this.#memory.remember(judge, oid, events);
    };
    const id = expected === undefined ? undefined : this.#blobId?.(content.size, expected.length);
    if (id === undefined) return { content, remember: (result) => remember(content.oid, result) };
    return {
      content: hashed(content, id),
      remember: (result) => remember(id.digest() === expected ? expected : undefined, result),
    };
  }

  /** Everything but the blob that the verdict depends on; undefined where that is more than can be remembered. */
  #judgeOf({ planned: { file, match }, contracts: [contract] }: ReadyCheck): string | undefined {
    const format = formatOf(pathOf(file), match.mapping);
    // Of thousands of fixtures, those of a contract mostly stand together.
    const last = this.#last;
    if (last?.mapping === match.mapping && last.contract === contract && last.format === format) return last.judge;
    const judge = this.#describeJudge(match.mapping, contract, format);
    this.#last = { mapping: match.mapping, contract, format, judge };
    return judge;
  }

  #describeJudge(mapping: Mapping, contract: LoadedContract, format: Format | undefined): string | undefined {
    const { expect, kinds, fields, select, resolution } = mapping;
    const { readsClock } = contract.validator;
    if (resolution === 'fallback' || (readsClock && this.#options.freshness === 'now')) return undefined;
    const contractId = this.#idOf(contract);
    if (contractId === undefined) return undefined;
    const { maxFileSize, now } = this.#options;
    return JSON.stringify([contractId, format, select, expect, kinds, fields, maxFileSize, readsClock ? now : null]);
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
