import { ContractGateError } from '../sdk/errors.ts';
import { version } from '../version.ts';
import type { Call } from './call.ts';
import type { WireRequest } from './exchange.ts';
import type { ClientOptions } from './options.ts';

const defaultTimeoutMs = 30_000;
const defaultMaxResponseBytes = 64 * 2 ** 20;

/** What every request of a client has in common. The key is private to it, and so to `util.inspect` and JSON. */
export class Settings {
  readonly baseUrl: string;
  readonly #apiKey: string | undefined;
  readonly #orgId: string | undefined;
  readonly #timeoutMs: number;
  readonly #maxResponseBytes: number;

  /** @throws {ContractGateError} for a base URL that is none, and for keys and ids that no header can carry. */
  constructor({ baseUrl, apiKey, orgId, timeoutMs, maxResponseBytes }: ClientOptions) {
    this.baseUrl = checkBaseUrl(baseUrl);
    // An unset environment variable may be an empty one.
    this.#apiKey = apiKey === '' ? undefined : apiKey;
    this.#orgId = orgId === '' ? undefined : orgId;
    if (this.#apiKey !== undefined) checkHeader('the API key', this.#apiKey);
    if (this.#orgId !== undefined) checkHeader('the organisation id', this.#orgId);
    this.#timeoutMs = checkAmount('timeoutMs', timeoutMs ?? defaultTimeoutMs);
    this.#maxResponseBytes = checkAmount('maxResponseBytes', maxResponseBytes ?? defaultMaxResponseBytes);
  }

  /** The request of a call, without a body that comes in pieces. */
  request({ method, path, headers, body }: Call<unknown>, timeoutMs: number | undefined): WireRequest {
    for (const [name, value] of Object.entries(headers ?? {})) checkHeader(name, value);
    return {
      method,
      url: `${this.baseUrl}${path}`,
      headers: {
        accept: 'application/json',
        'user-agent': `contractgate-hook/${version}`,
        ...(this.#apiKey !== undefined && { 'x-api-key': this.#apiKey }),
        ...(this.#orgId !== undefined && { 'x-org-id': this.#orgId }),
        ...headers,
      },
      ...((typeof body === 'string' || body instanceof Uint8Array) && { body }),
      timeoutMs: timeoutMs === undefined ? this.#timeoutMs : checkAmount('timeoutMs', timeoutMs),
      maxResponseBytes: this.#maxResponseBytes,
    };
  }

  /** A text from outside without the key, should it repeat it: as it is, as JSON has it, or as a URL has it. */
  redact(text: string): string {
    const key = this.#apiKey;
    if (key === undefined) return text;
    const forms = [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)];
    return forms.reduce((redacted, form) => redacted.replaceAll(patternOf(form), '****'), text);
  }
}

/** A key that is shorter may well be a part of a word; no gateway issues one. */
const shortest = 8;

function patternOf(form: string): RegExp {
  const literal = form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(form.length < shortest ? `(?<![\\w-])${literal}(?![\\w-])` : literal, 'g');
}

/** Without echoing the URL: it might hold a password. */
function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new ContractGateError('baseUrl has to be an http or https URL, such as https://gw.example.com');
  }
  if (url.username !== '' || url.password !== '') {
    throw new ContractGateError('baseUrl may not hold a user or password; pass the key as apiKey');
  }
  if (url.search !== '' || url.hash !== '') throw new ContractGateError('baseUrl may not have a query or a fragment');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Without echoing the value: fetch would, in its error. */
function checkHeader(name: string, value: string): void {
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)) {
    throw new ContractGateError(
      `${name} has to be printable ASCII without spaces around it (a line break may have come along from a file)`,
    );
  }
}

/** A timer that is none would go off at once, and a limit of `'5'` would be compared as text. */
export function checkAmount(name: string, amount: unknown): number {
  if (typeof amount === 'number' && amount > 0) return amount;
  throw new ContractGateError(`${name} has to be a positive number`);
}
