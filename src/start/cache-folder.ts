import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from '../git/environment.ts';

/**
 * Where this user's programs keep what they can make again: https://specifications.freedesktop.org/basedir-spec, and what
 * macOS and Windows have for it. Never a repository or a folder that others may write to: what lies here is run. One folder
 * for each version of Node, whose code no other can use.
 */
export function cacheFolder(environment: Environment, node: NodeVersion): string | undefined {
  const base =
    node.platform === 'win32'
      ? environment['LOCALAPPDATA']
      : (environment['XDG_CACHE_HOME'] ?? underHome(node.platform === 'darwin' ? 'Library/Caches' : '.cache'));
  if (base === undefined || !isAbsolute(base)) return undefined;
  return join(base, 'contractgate-hook', `${node.version}-${node.arch}`);
}

type NodeVersion = Pick<NodeJS.Process, 'platform' | 'version' | 'arch'>;

function underHome(folder: string): string | undefined {
  try {
    return join(homedir(), folder);
  } catch {
    // A user without a home.
    return undefined;
  }
}
