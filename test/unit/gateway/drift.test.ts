import { expect, expectTypeOf, it } from 'vitest';
import { Client } from '../../../src/blocking/client.ts';
import { AsyncClient } from '../../../src/gateway/async-client.ts';

/** What a method of the blocking client has to give, after that of the async one. */
type Blocking<Result> =
  Result extends Promise<infer Value>
    ? Value
    : Result extends AsyncGenerator<infer Value>
      ? Generator<Value, void, undefined>
      : Result;

type Calls = Exclude<keyof AsyncClient, typeof Symbol.asyncDispose>;

it('both clients have the same calls, with the same results', () => {
  const callsOf = (client: { prototype: object }): string[] => Object.getOwnPropertyNames(client.prototype).toSorted();
  expect(callsOf(Client)).toEqual(callsOf(AsyncClient));
  expectTypeOf<{ [Call in Calls]: ReturnType<Client[Call]> }>().toEqualTypeOf<{
    [Call in Calls]: Blocking<ReturnType<AsyncClient[Call]>>;
  }>();
  // All that an async call takes but its signal.
  type Taken<Method extends (...args: never) => unknown> = Omit<NonNullable<Parameters<Method>[0]>, 'signal'>;
  expectTypeOf<Taken<AsyncClient['audit']>>().toEqualTypeOf<Taken<Client['audit']>>();
});
