import { ContractGateError } from '../sdk/errors.ts';
import type { RateLimit } from './models.ts';

/**
 * No whole answer came: the name was not found, the connection refused or cut, TLS failed, time ran out. Whether the gateway
 * has acted on the request is not known.
 */
export class ConnectionError extends ContractGateError {
  override readonly name = 'ConnectionError';
  /**
   * The system's word, `ECONNREFUSED`, `DEPTH_ZERO_SELF_SIGNED_CERT`; or ours, `TIMEOUT`, `RESPONSE_TOO_LARGE`,
   * `BAD_PORT`, `THREAD_ENDED`, `CLOSED`.
   */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export interface HTTPErrorDetails {
  readonly status: number;
  /** What the gateway said: parsed where it is JSON, else its text. */
  readonly body: unknown;
  readonly rateLimit?: RateLimit | undefined;
  /** How long the gateway asks to wait, in milliseconds: `Retry-After`, or `retry_after_ms` of the body. Nothing here waits. */
  readonly retryAfterMs?: number | undefined;
}

/** The gateway answered, and the answer is no. Statuses without a class of their own (403, 408, 413, 429) are plain HTTPErrors. */
export class HTTPError extends ContractGateError {
  override readonly name: string = 'HTTPError';
  readonly status: number;
  readonly body: unknown;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { status, body, rateLimit, retryAfterMs }: HTTPErrorDetails) {
    super(message);
    this.status = status;
    this.body = body;
    this.rateLimit = rateLimit;
    this.retryAfterMs = retryAfterMs;
  }
}

/** 400: a malformed id, an empty batch, more than 1,000 events. */
export class BadRequestError extends HTTPError {
  override readonly name = 'BadRequestError';
}

/** 401: no key, a wrong one, or one without a right to this contract. */
export class AuthError extends HTTPError {
  override readonly name = 'AuthError';
}

/** 404: no such contract or version. */
export class NotFoundError extends HTTPError {
  override readonly name = 'NotFoundError';
}

/** 409: the contract has no stable version. */
export class ConflictError extends HTTPError {
  override readonly name = 'ConflictError';
}

/** 422 without results for each event: a deprecated version was asked for, or the contract's YAML is invalid. */
export class ValidationFailedError extends HTTPError {
  override readonly name = 'ValidationFailedError';
}

/** 5xx. */
export class ServerError extends HTTPError {
  override readonly name = 'ServerError';
}

/** An answer that no gateway gives: not JSON, or not of the shape that the call relies on. A proxy may stand in between. */
export class UnexpectedResponseError extends HTTPError {
  override readonly name = 'UnexpectedResponseError';
}

export function httpError(message: string, details: HTTPErrorDetails): HTTPError {
  const { status } = details;
  const Kind = status >= 500 && status <= 599 ? ServerError : (kinds[status] ?? HTTPError);
  return new Kind(message, details);
}

const kinds: { readonly [status: number]: typeof HTTPError } = {
  400: BadRequestError,
  401: AuthError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationFailedError,
};
