import { resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import type { SimpleGit } from 'simple-git';
import { gitEnvironment } from '../git/environment.ts';
import type { Git } from '../git/environment.ts';
import { gitNotFound } from '../git/executable.ts';
import { failureOf } from '../git/failure.ts';
import { scopeOf } from './hooks-path.ts';
import type { HooksPath } from './hooks-path.ts';

/** What git is set up to do here. */
export interface GitSettings {
  /** `2.39.5` */
  readonly version: string;
  /** Where git looks for hooks, absolute: of this worktree, `core.hooksPath` heeded. */
  readonly hooksFolder: string;
  /** Git's own folder of hooks, whatever `core.hooksPath` says. */
  readonly commonHooks: string;
  readonly hooksPath: HooksPath | undefined;
  readonly isLinkedWorktree: boolean;
  readonly isShallow: boolean;
  /** `hook.NAME.command` with its value: hooks of git 2.54 and newer. */
  readonly configuredHooks: readonly (readonly [key: string, command: string])[];
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
      const stderr = error instanceof Error ? error.message.replace(/^Error: /, '') : String(error);
      // simple-git hands on the words of the error that Node had.
      if (/\bspawn \S+ ENOENT/.test(stderr)) throw gitNotFound();
      const exit = { code: 1, signal: null, timedOut: false, startError: undefined, stderr };
      throw failureOf(args[0] ?? '', exit, git.timeLimit);
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
  const gitFolders = [resolve(git.root, gitDir), resolve(git.root, commonDir)];
  const [origin, value] = (
    await client.raw(['config', '--show-origin', '-z', '--get', 'core.hooksPath']).catch(() => '')
  ).split('\0');
  const configured = await client.raw(['config', '-z', '--get-regexp', '^hook\\..*\\.command$']).catch(() => '');
  return {
    version,
    hooksFolder: resolve(git.root, hooks),
    commonHooks: resolve(git.root, commonDir, 'hooks'),
    hooksPath:
      origin === undefined || value === undefined
        ? undefined
        : { origin, value, scope: scopeOf(origin, git, gitFolders) },
    isLinkedWorktree: resolve(git.root, gitDir) !== resolve(git.root, commonDir),
    isShallow: shallow === 'true',
    configuredHooks: configured.split('\0').flatMap((entry) => {
      const [key = '', ...command] = entry.split('\n');
      return key === '' ? [] : [[key, command.join('\n')] as const];
    }),
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

/** The environment is the person's own, and what is run with it is written here: simple-git need refuse none of it. */
const unsafe = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeEditor: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafePack: true,
  allowUnsafeSshCommand: true,
  allowUnsafeGitProxy: true,
  allowUnsafeExec: true,
  allowUnsafeHooksPath: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeInclude: true,
  allowUnsafeSubmodule: true,
  allowUnsafeUrlRewrite: true,
};

/** What would be run by commands that are not used here. */
const unused =
  /^(EDITOR|PAGER|VISUAL|PREFIX|SSH_ASKPASS|GIT_(.*EDITOR|PAGER|ASKPASS|SSH.*|PROXY_COMMAND|TEMPLATE_DIR|EXEC_PATH))$/i;

function clientFor({ root, environment, timeLimit }: Git): SimpleGit {
  const variables = Object.entries(gitEnvironment(environment)).filter(
    ([name, value]) => value !== undefined && !unused.test(name),
  );
  return simpleGit({
    baseDir: root,
    allowEnvironment: variables.map(([name]) => name),
    unsafe,
    timeout: { block: timeLimit },
    errors: (_, { exitCode, stdErr }) =>
      exitCode === 0 ? undefined : new Error(Buffer.concat(stdErr).toString('utf8')),
  }).env(Object.fromEntries(variables) as Record<string, string>);
}
