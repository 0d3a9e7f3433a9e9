export { Client } from './blocking/client.ts';
export { AsyncClient } from './gateway/async-client.ts';
export type { Pieces } from './gateway/call.ts';
export {
  AuthError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  HTTPError,
  NotFoundError,
  ServerError,
  UnexpectedResponseError,
  ValidationFailedError,
} from './gateway/errors.ts';
export type { Fetch, Signal } from './gateway/fetch.ts';
export type { BulkIngestOptions, Events, IngestOptions, PlaygroundOptions } from './gateway/ingest-calls.ts';
export type * from './gateway/models.ts';
export type { AsyncClientOptions, BlockingCallOptions, CallOptions, ClientOptions } from './gateway/options.ts';
export type { PageOptions, ReplayOptions } from './gateway/read-calls.ts';
export { ContractGateError } from './sdk/errors.ts';
