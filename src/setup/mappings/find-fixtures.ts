import { checkFixture } from '../../check/check-fixture.ts';
import type { LoadedContract } from '../../check/load-contracts.ts';
import { bufferedContent } from '../../snapshot/buffered-content.ts';
import type { RepoPath, Snapshot } from '../../snapshot/snapshot.ts';
import { isForeign } from './find-contracts.ts';
import { affinityOf, keysOf } from './affinity.ts';
import type { Affinity } from './affinity.ts';

/** A file of sample events, with the contract that it seems to belong to. */
export interface Sample {
  readonly file: RepoPath;
  readonly contract: LoadedContract;
  /** How its path names the contract; undefined where only its events tell. */
  readonly affinity: Affinity | undefined;
  /** Whether every event holds; undefined where the file is too large to try. */
  readonly holds: boolean | undefined;
}

/** Files that are larger are taken by their names alone. */
const largestTried = 5e6;
/** So many files are tried against contracts that their names do not tell. */
const mostTried = 2000;

const notEvents =
  /(^|\/)(package(-lock)?|composer|tsconfig[^/]*|jsconfig|lerna|nx|turbo|deno|bun|[^/]*[.-]lock|[^/]*\.schema|[^/]*\.config)\.(json|ya?ml)$/i;
const homesOfFixtures =
  /(^|[/_-])(fixtures?|samples?|examples?|events?|test-?data|data|recorded|recordings?|mocks?|payloads?|messages?)([/_-]|$)/i;

/** The files that are sample events of one of the contracts: by what they are called, and by what they hold. */
export async function findFixtures(
  snapshot: Snapshot,
  contracts: readonly LoadedContract[],
): Promise<readonly Sample[]> {
  if (contracts.length === 0) return [];
  const own = new Set(contracts.map(({ path }) => path));
  const keyed = contracts.map((contract) => ({ contract, keys: keysOf(contract) }));
  const candidates = (await snapshot.list())
    .filter(({ path, kind }) => kind === 'file' && /\.(json|ndjson|jsonl|ya?ml)$/i.test(path))
    .filter(({ path }) => !own.has(path) && !isForeign(path) && !notEvents.test(path));
  const samples: Sample[] = [];
  let tried = 0;
  for await (const { path, content } of snapshot.read(candidates.map((entry) => entry.path))) {
    if (content.kind !== 'file') continue;
    const named = keyed
      .flatMap(({ contract, keys }) => keys.map((key) => ({ contract, affinity: affinityOf(path, key) })))
      .filter((pair): pair is { contract: LoadedContract; affinity: Affinity } => pair.affinity !== undefined)
      .toSorted((left, right) => right.affinity.strength - left.affinity.strength);
    const bytes = content.size > largestTried ? undefined : await content.bytes();
    if (bytes === undefined) {
      const [first] = named;
      if (first !== undefined && isHome(path)) samples.push({ file: path, ...first, holds: undefined });
      continue;
    }
    if (named.length === 0 && (path.includes('/') ? ++tried > mostTried : true)) continue;
    const sample = await choose(path, bytes, named, contracts);
    if (sample !== undefined) samples.push(sample);
  }
  return samples;
}

async function choose(
  file: RepoPath,
  bytes: Buffer,
  named: readonly { readonly contract: LoadedContract; readonly affinity: Affinity }[],
  contracts: readonly LoadedContract[],
): Promise<Sample | undefined> {
  for (const { contract, affinity } of named) {
    if ((await verdictOf(file, bytes, contract)) === 'holds') return { file, contract, affinity, holds: true };
  }
  const [first] = named;
  // A name alone may be chance; in a folder of samples it is none.
  if (first !== undefined) return isHome(file) ? { file, ...first, holds: false } : undefined;
  const holding: LoadedContract[] = [];
  for (const contract of contracts) {
    if ((await verdictOf(file, bytes, contract)) === 'holds') holding.push(contract);
  }
  const [only, another] = holding;
  return only === undefined || another !== undefined
    ? undefined
    : { file, contract: only, affinity: undefined, holds: true };
}

function isHome(file: RepoPath): boolean {
  return homesOfFixtures.test(file.slice(0, file.lastIndexOf('/') + 1));
}

/** `vacuous`: it holds, but because the contract asks for nothing that is in it. */
async function verdictOf(
  file: RepoPath,
  bytes: Buffer,
  contract: LoadedContract,
): Promise<'holds' | 'fails' | 'vacuous'> {
  const mapping = {
    files: [file],
    exclude: [],
    contracts: [contract.path],
    resolution: 'strict',
    expect: 'pass',
    at: nowhere,
    contractAt: nowhere,
  } as const;
  const planned = { file, match: { mapping, contracts: [contract.path] } };
  const options = { now: undefined, freshness: 'skip', showValues: false, maxFileSize: largestTried } as const;
  const result = await checkFixture(planned, [contract], bufferedContent(bytes), options);
  if ('code' in result || !result.passed || result.events === 0) return 'fails';
  const text = bytes.toString('utf8');
  const present = contract.contract.entities.filter(({ name }) => text.includes(name));
  return present.some(({ required }) => required) || present.length > 1 ? 'holds' : 'vacuous';
}

const nowhere = { line: 1, column: 1 };
