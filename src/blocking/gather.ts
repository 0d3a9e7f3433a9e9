import type { Pieces } from '../gateway/call.ts';
import { ContractGateError } from '../sdk/errors.ts';

/** A body in pieces as a whole. @throws {ContractGateError} for pieces that come later: this thread will be blocked. */
export function gather(pieces: Pieces): Uint8Array {
  if (!(Symbol.iterator in pieces)) {
    throw new ContractGateError('the blocking client cannot wait for an async iterable; use AsyncClient');
  }
  const encoder = new TextEncoder();
  const parts = Array.from(pieces, (piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole;
}
