import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { displayPath } from '../git/path.ts';
import { statsAt } from './file-access.ts';
import type { RepoPath, Snapshot } from './snapshot.ts';

/** A file argument that names nothing to check. */
interface GivenFileProblem {
  /** As the user wrote it. */
  readonly given: string;
  readonly kind: 'outside' | 'missing';
  /** One sentence. */
  readonly message: string;
}

export interface GivenFiles {
  /** In the order given, each once; a folder stands for the files under it. */
  readonly paths: readonly RepoPath[];
  readonly problems: readonly GivenFileProblem[];
}

/** The paths that file arguments mean, which are relative to `cwd` or absolute. */
export async function resolveGivenFiles(
  given: readonly string[],
  where: { readonly cwd: string; readonly root: string; readonly snapshot: Snapshot },
): Promise<GivenFiles> {
  const root = realpathSync.native(where.root);
  const pathOf = pathsRelativeTo(root);
  const paths = new Set<RepoPath>();
  const problems: GivenFileProblem[] = [];
  const whole =
    where.snapshot.name === 'folder' ? 'this folder, where the mapping file is looked for' : 'the repository';
  for (const name of given) {
    const path = pathOf(resolve(where.cwd, name));
    if (path === undefined) {
      problems.push({ given: name, kind: 'outside', message: `${displayPath(name)} is outside of ${whole}` });
      continue;
    }
    const stats = statsAt(name, join(root, path));
    const found = stats?.isDirectory() === false ? [path] : await listed(where.snapshot, path);
    for (const one of found) paths.add(one);
    if (found.length === 0 && stats === undefined) {
      problems.push({ given: name, kind: 'missing', message: `${displayPath(name)} does not exist` });
    }
  }
  return { paths: [...paths], problems };
}

/** What the snapshot has at a path or under it: a folder, or a file that is not on disk (sparse checkout, a revision). */
async function listed(snapshot: Snapshot, path: RepoPath): Promise<RepoPath[]> {
  const entries = await snapshot.list();
  const under = path === '' ? '' : `${path}/`;
  return entries.map((entry) => entry.path).filter((candidate) => candidate === path || candidate.startsWith(under));
}

/**
 * Root-relative paths, links in the folders on the way resolved: a temporary folder is often behind one (/tmp on macOS).
 * The file itself may be a link, which it stays, unless only following it leads into the repository.
 */
function pathsRelativeTo(root: string): (place: string) => RepoPath | undefined {
  const realFolders = new Map<string, string>();
  const realFolder = (folder: string): string => {
    const known = realFolders.get(folder) ?? realPathOfExisting(folder);
    realFolders.set(folder, known);
    return known;
  };
  return (place) =>
    inside(root, join(realFolder(dirname(place)), basename(place))) ?? inside(root, realPathOfExisting(place));
}

function inside(root: string, place: string): RepoPath | undefined {
  const path = relative(root, place);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
  return path.split(sep).join('/');
}

/** The real path of a file or folder, or of as much of it as exists. */
function realPathOfExisting(place: string): string {
  if (existsSync(place)) return realpathSync.native(place);
  const parent = dirname(place);
  return parent === place ? place : join(realPathOfExisting(parent), basename(place));
}
