import { join } from 'node:path';
import { exactJson } from './exact-json.ts';
import { makeRoom, readSealed, writeSealed } from './sealed-file.ts';

/** What a file was parsed as: what the value is of. */
type Kind = 'contract' | 'mapping' | 'package';

/** Files; with `mostLength`, at most 64 MB. Beyond it the oldest make way. */
const mostFiles = 256;

/** Characters of a value; a contract of a hundred fields has 30,000. */
const mostLength = 256_000;

interface Kept {
  /** Of anything but this version of the program nothing is believed. */
  readonly maker: string;
  /** The file's own name: one that was put in the place of another is not believed either. */
  readonly name: string;
  readonly value: object;
}

/**
 * What earlier runs have made of mapping files and contracts, by the id of their blob: a commit waits for no YAML that was
 * parsed before. One file for each, written by `keep`; of two runs that write the same, the last one stays.
 */
export class ParsedFiles {
  readonly #folder: string;
  readonly #maker: string;
  readonly #added = new Map<string, object>();

  constructor(folder: string, version: string) {
    this.#folder = join(folder, 'parsed');
    this.#maker = `1 ${version}`;
  }

  /** What the blob was parsed to; undefined where that is not known. A file that is broken or of another program is not there. */
  recall(kind: Kind, oid: string): object | undefined {
    const name = nameOf(kind, oid);
    const content = readSealed(join(this.#folder, name));
    const kept = content && decode(content.toString('utf8'));
    return kept?.maker === this.#maker && kept.name === name ? kept.value : undefined;
  }

  /** Of what can be used without complaint. */
  remember(kind: Kind, oid: string, value: object): void {
    this.#added.set(nameOf(kind, oid), value);
  }

  /** Writes down what was added. */
  keep(): void {
    for (const [name, value] of this.#added) {
      const text = exactJson({ maker: this.#maker, name, value } satisfies Kept);
      if (text !== undefined && text.length <= mostLength) writeSealed(join(this.#folder, name), Buffer.from(text));
    }
    if (this.#added.size > 0) makeRoom(this.#folder, mostFiles);
  }
}

function nameOf(kind: Kind, oid: string): string {
  return `${oid}.${kind}`;
}

function decode(text: string): Kept | undefined {
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
}
