import { isSuccess, rateLimitOf } from './call.ts';
import type { Call } from './call.ts';
import { ConnectionError, UnexpectedResponseError, httpError } from './errors.ts';
import type { HTTPErrorDetails } from './errors.ts';
import type { Outcome } from './exchange.ts';
import { parseJson } from './json.ts';
import type { Settings } from './settings.ts';
import { isRecord } from './shape.ts';

/**
 * The result of a call, or the error that says why there is none.
 * @throws {ConnectionError}
 * @throws {HTTPError}
 */
export function readOutcome<Result>(outcome: Outcome, call: Call<Result>, settings: Settings): Result {
  if (outcome.kind === 'failure') {
    const why = outcome.isOurs ? outcome.message : settings.redact(outcome.message);
    const message = `the gateway at ${settings.redact(settings.baseUrl)} could not be asked: ${why}`;
    throw new ConnectionError(message, outcome.code);
  }
  if (outcome.kind === 'redirect') {
    throw httpError(settings.redact(outcome.message), { status: outcome.status, body: undefined });
  }
  const { status, headers, text } = outcome;
  const json = isJson(headers) ? jsonOf(text) : undefined;
  if (json !== undefined) {
    const read = call.read({ status, headers, body: json.value });
    if (typeof read === 'object') return read.result;
    if (read !== undefined) throw unexpected(read);
  }
  if (isSuccess(status)) throw unexpected(notJson(headers, text));

  const safe = settings.redact(text);
  const body = json === undefined ? safe : safe === text ? json.value : jsonOf(safe)?.value;
  const details = { status, body, rateLimit: rateLimitOf(headers), retryAfterMs: retryAfterMs(headers, body) };
  throw httpError(messageOf(details, headers), details);

  function unexpected(complaint: string): UnexpectedResponseError {
    const message = `${call.method} ${call.path}: this is no answer of the gateway (HTTP ${status}): ${complaint}`;
    return new UnexpectedResponseError(settings.redact(message), { status, body: settings.redact(text) });
  }
}

function isJson(headers: Readonly<Record<string, string>>): boolean {
  return /^\s*application\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}

function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}

function notJson(headers: Readonly<Record<string, string>>, text: string): string {
  if (text === '') return 'its body is empty';
  return isJson(headers)
    ? 'its body is not JSON, or was cut off'
    : `its content type is ${headers['content-type'] ?? 'missing'}, not application/json`;
}

/** `{error, status}`, in a few cases with a `detail`; of axum itself a plain text. */
function messageOf({ status, body }: HTTPErrorDetails, headers: Readonly<Record<string, string>>): string {
  if (typeof body === 'string' && /^\s*text\/plain/i.test(headers['content-type'] ?? '')) {
    const [line = ''] = body.trim().split('\n', 1);
    return line === '' ? `HTTP ${status}` : `${line.slice(0, 300)} (HTTP ${status})`;
  }
  if (!isRecord(body)) return `HTTP ${status}`;
  const said = [body['error'], body['message'], body['detail']].filter(
    (text) => typeof text === 'string' && text !== '',
  );
  return said.length === 0 ? `HTTP ${status}` : `${said.join(': ')} (HTTP ${status})`;
}

/** Retry-After is in seconds or a date (RFC 9110, 10.2.3); the gateway itself has milliseconds in the body. */
function retryAfterMs(headers: Readonly<Record<string, string>>, body: unknown): number | undefined {
  const after = headers['retry-after'];
  if (after !== undefined && /^\d+$/.test(after)) return Number(after) * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  const told = isRecord(body) ? body['retry_after_ms'] : undefined;
  return typeof told === 'number' ? told : undefined;
}
