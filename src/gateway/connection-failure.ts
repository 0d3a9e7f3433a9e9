/**
 * What an error of fetch is about. Node's fetch says `fetch failed`, and its cause, or one of several below that, what failed.
 * The error itself goes no further: that of an injected fetch might hold the request, and with it the key.
 */
export function connectionFailure(error: unknown): {
  readonly code: string;
  readonly message: string;
  readonly isOurs?: true;
} {
  const causes = [...causesOf(error)];
  const code = causes.map((cause) => textOf(cause, 'code')).find((text) => text !== undefined);
  const message = causes.map((cause) => textOf(cause, 'message')).findLast((text) => text !== undefined);
  // https://fetch.spec.whatwg.org/#port-blocking
  if (code === undefined && message === 'bad port') {
    const why =
      'fetch connects to no port that is known to belong to another protocol; let the gateway listen on another';
    return { code: 'BAD_PORT', message: why, isOurs: true };
  }
  return { code: code ?? 'UNKNOWN', message: message ?? String(error) };
}

/** The error, its cause, and so on; of several at once the first. */
function* causesOf(error: unknown): Generator {
  let cause = error;
  for (let depth = 0; depth < 10 && typeof cause === 'object' && cause !== null; depth++) {
    yield cause;
    cause = cause instanceof AggregateError ? cause.errors[0] : (cause as { readonly cause?: unknown }).cause;
  }
}

function textOf(cause: unknown, key: 'code' | 'message'): string | undefined {
  const text = (cause as { readonly [key: string]: unknown })[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
