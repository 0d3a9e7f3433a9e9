import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from '../git/environment.ts';
import type { RepoPath } from '../git/path.ts';
import { commonDirectory } from './common-directory.ts';
import { worktreeContent } from './worktree-file.ts';

/** What a file of attributes is called: https://git-scm.com/docs/gitattributes */
export const attributesName = '.gitattributes';

export function isAttributes(path: RepoPath): boolean {
  return path.endsWith(attributesName) && (path === attributesName || path.endsWith(`/${attributesName}`));
}

// What makes a file on disk something else than its blob. What is made of line ends is the same to JSON and YAML.
const conversion = /\b(filter|ident|working-tree-encoding)\b/;

/** Whether any attributes of a repository may make files on disk something else than their blobs: then no blob tells of them. */
export async function changesContent(git: Git, attributes: readonly RepoPath[]): Promise<boolean> {
  const ofRepository = join(commonDirectory(git) ?? '', 'info/attributes');
  if (existsSync(ofRepository) && conversion.test(readFileSync(ofRepository, 'utf8'))) return true;
  for (const path of attributes) {
    const content = worktreeContent(git.root, path);
    if (content.kind !== 'file' || conversion.test((await content.bytes()).toString('latin1'))) return true;
  }
  return false;
}
