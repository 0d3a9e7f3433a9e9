import { resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import type { SimpleGit } from 'simple-git';
import { gitEnvironment } from '../git/environment.ts';
import type { Git } from '../git/environment.ts';
import { SnapshotError } from '../snapshot/snapshot.ts';

/** What git is set up to do here. */
export interface GitSettings {
  /** `2.39.5` */
  readonly version: string;
  /** Where git looks for hooks, absolute: of this worktree, `core.hooksPath` heeded. */
  readonly hooksFolder: string;
  readonly hooksPath: { readonly value: string; readonly origin: string } | undefined;
  readonly isLinkedWorktree: boolean;
  readonly isShallow: boolean;
  /** An attribute of each path, where it is set to something. */
  readonly attributes: (names: readonly string[], paths: readonly string[]) => Promise<readonly Attribute[]>;
}

interface Attribute {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/**
 * Through simple-git, which is good for this and not for the gate: it takes variables out of the environment unless each is
 * allowed, and by default takes a git that was killed for one that succeeded.
 * @throws SnapshotError
 */
export async function readGitSettings(git: Git): Promise<GitSettings> {
  const client = clientFor(git);
  const ask = async (...args: string[]): Promise<string> => {
    try {
      return await client.raw(args);
    } catch (error) {
      throw new SnapshotError(error instanceof Error ? error.message : String(error));
    }
  };
  const version = (await ask('--version')).replace(/^git version /, '').trim();
  const facts = await ask(
    'rev-parse',
    '--absolute-git-dir',
    '--git-common-dir',
    '--is-shallow-repository',
    '--git-path',
    'hooks',
  );
  const [gitDir = '', commonDir = '', shallow = '', hooks = ''] = facts.split('\n');
  // Absent is the exit code 1, which is no failure.
  const [origin, value] = (
    await client.raw(['config', '--show-origin', '-z', '--get', 'core.hooksPath']).catch(() => '')
  ).split('\0');
  return {
    version,
    hooksFolder: resolve(git.root, hooks),
    hooksPath: origin === undefined || value === undefined ? undefined : { origin, value },
    isLinkedWorktree: resolve(git.root, gitDir) !== resolve(git.root, commonDir),
    isShallow: shallow === 'true',
    async attributes(names, paths) {
      const found: Attribute[] = [];
      for (let at = 0; at < paths.length; at += 500) {
        const output = await ask('check-attr', '-z', ...names, '--', ...paths.slice(at, at + 500));
        const fields = output.split('\0');
        for (let field = 0; field + 2 < fields.length; field += 3) {
          const [path = '', name = '', set = ''] = fields.slice(field);
          if (set !== 'unspecified') found.push({ path, name, value: set });
        }
      }
      return found;
    },
  };
}

/** What would be run by commands that are not used here, and what simple-git therefore refuses. */
const unused =
  /^(EDITOR|PAGER|VISUAL|PREFIX|SSH_ASKPASS|GIT_(.*EDITOR|PAGER|ASKPASS|SSH.*|PROXY_COMMAND|TEMPLATE_DIR|EXEC_PATH))$/i;

function clientFor({ root, environment, timeLimit }: Git): SimpleGit {
  const variables = Object.entries(gitEnvironment(environment)).filter(
    ([name, value]) => value !== undefined && !unused.test(name),
  );
  return simpleGit({
    baseDir: root,
    allowEnvironment: variables.map(([name]) => name),
    unsafe: { allowUnsafeConfigEnvCount: true, allowUnsafeConfigPaths: true },
    timeout: { block: timeLimit },
    errors: (_, { exitCode, stdErr }) =>
      exitCode === 0
        ? undefined
        : new Error(`git failed: ${Buffer.concat(stdErr).toString('utf8').trim() || `exit code ${exitCode}`}`),
  }).env(Object.fromEntries(variables) as Record<string, string>);
}
