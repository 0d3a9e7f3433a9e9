import { ByteReader } from './byte-reader.ts';
import { catFileArguments } from './cat-file-arguments.ts';
import { parseCatFileHeader, type CatFileHeader } from './cat-file-header.ts';
import type { Git } from './environment.ts';
import { failureOf, hasFailed } from './failure.ts';
import { startGit, type GitProcess } from './process.ts';
import { unexpected } from './records.ts';
import { SnapshotError } from './snapshot-error.ts';

const LF = '\n';
// Bytes: content up to here is handed over whole as soon as it has come.
const SMALL = 65_536;

/**
 * One `git cat-file --batch` for all of a run's objects. Requests are written as they come, answers read in the same order,
 * and the pipes are drained independently, so that neither side can wait for the other.
 *
 * Without `--buffer` git hands over each object as soon as it has it: the config can be read, then the contracts it names,
 * then the fixtures, all from the one process.
 */
export class CatFile {
  readonly #process: GitProcess;
  readonly #timeLimit: number;
  readonly #reader: ByteReader;
  /** Requests that have not been answered, as git was given them. */
  readonly #asked: string[] = [];
  /** Content of the last answer that nobody has taken, with the LF behind it. */
  #left = 0;
  #failure: SnapshotError | undefined;

  constructor(git: Git) {
    this.#process = startGit(git, catFileArguments, 'pipe');
    this.#timeLimit = git.timeLimit;
    this.#reader = new ByteReader(this.#process.stdout);
  }

  /** Asks for objects. A name is latin1, one character for each byte, and holds neither CR (old gits drop one) nor LF. */
  request(names: readonly string[]): void {
    if (names.length === 0) return;
    this.#asked.push(...names);
    this.#process.stdin?.write(names.join(LF) + LF, 'latin1');
  }

  /** The answer to the oldest request. What is left of the answer before is skipped. */
  async answer(): Promise<CatFileHeader> {
    if (this.#failure) throw this.#failure;
    if (this.#left > 0) await this.#skipContent();
    const name = this.#asked.shift();
    if (name === undefined) throw new Error('nothing was asked of git cat-file');
    const line = this.#reader.line() ?? (await this.#awaited(() => this.#reader.line()));
    const header = parseCatFileHeader(line, name) ?? (await this.#fail(unexpected('cat-file', line)));
    this.#left = header.kind === 'object' ? header.size + LF.length : 0;
    return header;
  }

  /** The content of the object that was answered last, in pieces. */
  async *chunks(): AsyncGenerator<Buffer> {
    while (this.#left > LF.length) yield await this.#take(this.#left - LF.length);
    if (this.#left > 0) await this.#takeEnd();
  }

  /** The content of the object that was answered last. */
  async bytes(): Promise<Buffer> {
    const whole = this.#left > 0 && this.#left <= SMALL ? this.#reader.exactly(this.#left) : undefined;
    if (whole !== undefined) {
      this.#left = 0;
      const end = whole.toString('latin1', whole.length - LF.length);
      return end === LF ? whole.subarray(0, -LF.length) : this.#fail(tooMuch(end));
    }
    const chunks: Buffer[] = [];
    while (this.#left > LF.length) chunks.push(await this.#take(this.#left - LF.length));
    if (this.#left > 0) await this.#takeEnd();
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  }

  /** Takes and drops the answers to everything asked so far. */
  async skipAll(): Promise<void> {
    while (this.#asked.length > 0) await this.answer();
    await this.#skipContent();
  }

  /** Ends the process. Safe to call twice. */
  async close(): Promise<void> {
    this.#failure ??= new SnapshotError('git cat-file was closed');
    this.#process.kill();
    await this.#process.exit;
  }

  async #skipContent(): Promise<void> {
    while (this.#left > LF.length) await this.#take(this.#left - LF.length);
    if (this.#left > 0) await this.#takeEnd();
  }

  async #takeEnd(): Promise<void> {
    const end = (await this.#take(LF.length)).toString('latin1');
    if (end !== LF) await this.#fail(tooMuch(end));
  }

  async #take(most: number): Promise<Buffer> {
    const bytes = this.#reader.some(most) ?? (await this.#awaited(() => this.#reader.some(most)));
    this.#left -= bytes.length;
    return bytes;
  }

  /** What has not come yet. */
  async #awaited<Answer>(read: () => Answer | undefined): Promise<Answer> {
    const stopClock = this.#process.startClock();
    try {
      for (;;) {
        if (this.#reader.isLost) return await this.#fail(unexpected('cat-file', '', 'a line without an end'));
        if (!(await this.#reader.more())) return await this.#fail();
        const answer = read();
        if (answer !== undefined) return answer;
      }
    } finally {
      stopClock();
    }
  }

  /** Nothing after this can be trusted: every later request fails alike. */
  async #fail(reason?: SnapshotError): Promise<never> {
    this.#failure ??= reason ?? (await this.#causeOfDeath());
    throw this.#failure;
  }

  async #causeOfDeath(): Promise<SnapshotError> {
    const stopClock = this.#process.startClock();
    const exit = await this.#process.exit;
    stopClock();
    return hasFailed(exit)
      ? failureOf('cat-file', exit, this.#timeLimit)
      : new SnapshotError('git cat-file ended in the middle of an answer');
  }
}

function tooMuch(rest: string): SnapshotError {
  return unexpected('cat-file', rest, 'more content than it announced');
}
