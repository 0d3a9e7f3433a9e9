/**
 * The types of the platform where the user's project knows them, so that our types need neither those of Node nor of the DOM.
 */

/** `globalThis.fetch`, or what stands in for it. */
export type Fetch = typeof globalThis extends { readonly fetch: infer Known }
  ? Known
  : (url: string, init?: object) => Promise<object>;

export type Signal = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer Known } }
  ? Known
  : { readonly aborted: boolean };
