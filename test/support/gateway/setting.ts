import { afterAll, beforeAll, expect } from 'vitest';
import type { AsyncClient, AsyncClientOptions, Client } from '../../../src/client.ts';
import { compileLibrary, importClient } from '../compiled-library.ts';
import { TemporaryFolder } from '../temporary-folder.ts';
import type { GatewayState } from './contracts.ts';
import { GatewayProcess } from './gateway-process.ts';
import { KEY, state as usual } from './user-events.ts';

type Library = Awaited<ReturnType<typeof importClient>>;

/** The compiled clients and a gateway, for the tests of one file. */
export class GatewaySetting {
  readonly #folder = new TemporaryFolder();
  #library: Library | undefined;
  #gateway: GatewayProcess | undefined;
  /** Where the compiled library is. */
  libraryFolder = '';

  constructor(state: GatewayState = usual) {
    beforeAll(async () => {
      this.libraryFolder = compileLibrary(this.#folder.path);
      this.#library = await importClient(this.libraryFolder);
      this.#gateway = await this.start(state);
    });
    afterAll(async () => {
      await this.#gateway?.[Symbol.asyncDispose]();
      this.#folder[Symbol.dispose]();
    });
  }

  get library(): Library {
    return this.#library ?? expect.fail('not set up');
  }

  get gateway(): GatewayProcess {
    return this.#gateway ?? expect.fail('not set up');
  }

  /** Another gateway. */
  start(state: GatewayState = usual, tls?: { readonly key: string; readonly cert: string }): Promise<GatewayProcess> {
    return GatewayProcess.start(this.#folder.path, state, tls);
  }

  client(kind: 'AsyncClient' | 'Client', options: Partial<AsyncClientOptions> = {}): Either {
    return new this.library[kind]({ baseUrl: this.gateway.url, apiKey: KEY, ...options });
  }
}

/** Whether a call returns or resolves, throws or rejects, is the only difference. */
export type Either = AsyncClient | Client;

export const kinds = ['AsyncClient', 'Client'] as const;

/** The error of a call that has to fail. */
export function rejection(call: () => unknown): Promise<unknown> {
  return (async () => call())().then(
    (value) => expect.fail(`resolved to ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}
