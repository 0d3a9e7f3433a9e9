import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeRoom, readSealed, writeSealed } from './sealed-file.ts';

/** Bytes of one answer, which are some 200,000 fixtures. */
const mostBytes = 8e6;
const mostAnswers = 8;

/** SHA-256, in hexadecimal. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/**
 * What whole runs have found, each by the digest of what it was asked: a sealed file of the digest, and the answer as JSON
 * behind it. A file that is missing, broken, or of another question counts as none.
 */
export class RunMemory<Answer> {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, 'runs');
  }

  recall(question: string): Answer | undefined {
    const content = readSealed(this.#fileOf(question));
    if (content?.toString('latin1', 0, question.length) !== question) return undefined;
    // Sealed, and so what `keep` has written.
    return JSON.parse(content.toString('utf8', question.length)) as Answer;
  }

  keep(question: string, answer: Answer): void {
    const content = Buffer.from(question + JSON.stringify(answer));
    if (content.length > mostBytes) return;
    writeSealed(this.#fileOf(question), content);
    makeRoom(this.#folder, mostAnswers);
  }

  #fileOf(question: string): string {
    return join(this.#folder, question.slice(0, 32));
  }
}
