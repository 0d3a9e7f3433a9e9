import { isLoaded, loadContracts } from '../../check/load-contracts.ts';
import type { LoadedContract } from '../../check/load-contracts.ts';
import type { RepoPath, Snapshot } from '../../snapshot/snapshot.ts';

/** Larger files are data. */
const largest = 2 ** 20;

/** The YAML files of a snapshot that the gateway would take for contracts. @throws SnapshotError */
export async function findContracts(snapshot: Snapshot): Promise<readonly LoadedContract[]> {
  const paths = (await snapshot.list())
    .map(({ path }) => path)
    .filter((path) => /\.ya?ml$/i.test(path) && !isForeign(path));
  const likely: RepoPath[] = [];
  for await (const { path, content } of snapshot.read(paths)) {
    if (content.kind !== 'file' || content.size > largest) continue;
    if ((await content.bytes()).includes('ontology')) likely.push(path);
  }
  return [...(await loadContracts(snapshot, likely)).values()].filter(isLoaded);
}

/** Folders that tools fill, and that nobody keeps contracts or fixtures in. */
export function isForeign(path: RepoPath): boolean {
  return /(^|\/)(node_modules|vendor|dist|build|target|coverage|\.[^/]+)\//.test(path);
}
