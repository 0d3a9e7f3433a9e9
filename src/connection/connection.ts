import { AsyncClient } from '../gateway/async-client.ts';
import type { Fetch } from '../gateway/fetch.ts';
import type { Problem } from '../problem.ts';
import { ContractGateError } from '../sdk/errors.ts';
import { findGatewayFile } from './gateway-file.ts';

/** How the gateway is reached. */
export interface Connection {
  readonly client: AsyncClient;
  readonly url: string;
  /** Where `.contractgate.yml` has the contracts: the file's own path, and the folder from there. */
  readonly contracts: { readonly file: string; readonly folder: string } | undefined;
}

/** How many questions are under way at a time: the gateway has others to serve. */
const maxConnections = 8;

/**
 * CONTRACTGATE_URL, or `gateway.url` of `.contractgate.yml`; and CONTRACTGATE_API_KEY. There is no default, so that a key goes
 * nowhere that nobody has named.
 */
export function connect(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  fetch?: Fetch,
): Connection | Problem {
  const file = findGatewayFile(cwd);
  if (file !== undefined && 'code' in file) return file;
  const fromEnvironment = env['CONTRACTGATE_URL'] ?? '';
  const url = fromEnvironment === '' ? file?.url : fromEnvironment;
  if (url === undefined) {
    const hint =
      'Set CONTRACTGATE_URL, or `gateway: { url: … }` in .contractgate.yml; the key is CONTRACTGATE_API_KEY.';
    return { code: 'gateway', message: 'it is not known where the gateway is', hint };
  }
  try {
    const client = new AsyncClient({ baseUrl: url, apiKey: env['CONTRACTGATE_API_KEY'], maxConnections, fetch });
    const folder = file?.contracts;
    return { client, url, contracts: folder === undefined ? undefined : { file: file?.path ?? '', folder } };
  } catch (error) {
    const problem = gatewayProblem(error);
    const source = fromEnvironment === '' ? `\`gateway.url\` of ${file?.path ?? ''}` : 'CONTRACTGATE_URL';
    // The client speaks of its options, and people here know none.
    const message = problem.message
      .replace(/^baseUrl\b/, source)
      .replace('as apiKey', 'as CONTRACTGATE_API_KEY')
      .replace(/^the API key\b/, 'CONTRACTGATE_API_KEY');
    return { ...problem, message };
  }
}

/** What is wrong with the gateway, or with what was asked of it. @throws what is no error of the client */
export function gatewayProblem(error: unknown): Problem {
  if (!(error instanceof ContractGateError)) throw error;
  const hint = hintFor(error);
  return { code: 'gateway', message: error.message, ...(hint !== undefined && { hint }) };
}

function hintFor(error: ContractGateError): string | undefined {
  switch (error.name) {
    case 'AuthError':
      return 'Set CONTRACTGATE_API_KEY to a key that may do this.';
    case 'ConnectionError':
      return 'Look at CONTRACTGATE_URL, and whether the gateway is up.';
    default:
      return undefined;
  }
}
