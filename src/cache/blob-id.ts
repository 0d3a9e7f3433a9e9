import { createHash } from 'node:crypto';

/** The id that git gives content as a blob: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export interface BlobId {
  /** Takes the next bytes of the content. */
  update(bytes: Uint8Array): BlobId;
  /** Hexadecimal. To be asked for once, at the end. */
  digest(): string;
}

/** @param size Bytes of the content. @param hexDigits As many as other ids of the repository have. */
export function blobId(size: number, hexDigits: number = 40): BlobId {
  const hash = createHash(hexDigits === 40 ? 'sha1' : 'sha256').update(`blob ${size}\0`);
  const id: BlobId = {
    update(bytes) {
      hash.update(bytes);
      return id;
    },
    digest: () => hash.digest('hex'),
  };
  return id;
}
