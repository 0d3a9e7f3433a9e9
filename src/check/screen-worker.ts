import { workerData } from 'node:worker_threads';
import { isLoaded } from './load-contracts.ts';
import { compile } from './read-contract.ts';
import { screen } from './screening.ts';
import type { Screening } from './screening.ts';

/** What a thread is started with. */
export interface ScreenWork {
  readonly screening: Screening;
  readonly contract: { readonly path: string; readonly text: string };
}

const { screening, contract: source } = workerData as ScreenWork;
const contract = compile(source.path, Buffer.from(source.text, 'utf8'));
// Should it fail, whoever started the thread is told, and takes over its parts.
if (isLoaded(contract)) void screen(screening, contract);
