import type { Content } from './snapshot.ts';

/** A file whose bytes are at hand. */
export function bufferedContent(bytes: Buffer, oid?: string): Content {
  return {
    kind: 'file',
    size: bytes.length,
    ...(oid !== undefined && { oid }),
    async *chunks() {
      yield bytes;
    },
    bytes: () => Promise.resolve(bytes),
  };
}
