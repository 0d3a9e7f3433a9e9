import type { CallBody, Pieces } from './call.ts';

/** Whether a body comes in pieces. */
export function isPieces(body: CallBody | undefined): body is Pieces {
  return typeof body === 'object' && !(body instanceof Uint8Array);
}

/** A body in pieces, each asked for when the connection wants more. */
export class PiecedBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** The error of whoever makes the pieces, which fetch would hide behind its own. */
  failure: { readonly error: unknown } | undefined;
  readonly #bytes: AsyncGenerator<Uint8Array, void, undefined>;

  constructor(pieces: Pieces) {
    this.#bytes = this.#encode(pieces);
    this.stream = ReadableStream.from(this.#bytes);
  }

  /** Asks for no more, and lets whoever makes the pieces clean up: the gateway may have answered before the end. */
  stop(): void {
    this.#bytes.return().catch(() => undefined);
  }

  async *#encode(pieces: Pieces): AsyncGenerator<Uint8Array, void, undefined> {
    const encoder = new TextEncoder();
    try {
      for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
