import { ContractGateError } from '../sdk/errors.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** `/contracts/{id}/versions/{version}`: the steps encoded, the query without what is undefined or false. */
export function path(steps: readonly string[], query: Query = {}): string {
  const parameters = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `/${steps.map(step).join('/')}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}

/** Of an id that is empty or leads upwards, the request would go to another endpoint. */
function step(text: string): string {
  if (typeof text !== 'string') throw new ContractGateError(`an id or version has to be a text, got ${typeof text}`);
  if (text === '' || text === '.' || text === '..') {
    throw new ContractGateError(`\`${text}\` is no id of a contract, and no version`);
  }
  // `{uuid}@{version}` stays legible.
  return encodeURIComponent(text).replaceAll('%40', '@');
}
