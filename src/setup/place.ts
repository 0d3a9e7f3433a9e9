import { existsSync, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative, sep } from 'node:path';
import type { Git } from '../git/environment.ts';
import { readGitSettings } from './git-settings.ts';
import type { GitSettings } from './git-settings.ts';

/** The repository that is being set up, or looked over. */
export interface Place {
  readonly root: string;
  readonly settings: GitSettings;
  readonly environment: Git['environment'];
  readonly packages: Packages;
  /** The text of a file by its path from the root, or an absolute one. Undefined: there is none. */
  readonly read: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

/** What of npm and its like the root has. */
interface Packages {
  readonly manager: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Undefined where there is no package.json that can be read. */
  readonly manifest: Manifest | undefined;
  /** Whether contractgate-hook can be run here: by package.json, in node_modules, or because this is its repository. */
  readonly hasProgram: boolean;
}

interface Manifest {
  readonly name?: unknown;
  readonly packageManager?: unknown;
  readonly scripts?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** @throws SnapshotError */
export async function lookAround(git: Git): Promise<Place> {
  const { root, environment } = git;
  const read = (path: string): string | undefined => {
    const place = isAbsolute(path) ? path : join(root, path);
    return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
  };
  const exists = (path: string): boolean => existsSync(isAbsolute(path) ? path : join(root, path));
  const settings = await readGitSettings(git);
  return { root, settings, environment, read, exists, packages: lookAtPackages(read, exists) };
}

function lookAtPackages(read: Place['read'], exists: Place['exists']): Packages {
  const manifest = parseManifest(read('package.json'));
  const declared = { ...manifest?.dependencies, ...manifest?.devDependencies };
  return {
    manager: managerOf(manifest, exists),
    manifest,
    hasProgram: 'contractgate-hook' in declared || manifest?.name === 'contractgate-hook',
  };
}

function parseManifest(text: string | undefined): Manifest | undefined {
  try {
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** By `packageManager` (https://nodejs.org/api/corepack.html), or else by the lock file. */
function managerOf(manifest: Manifest | undefined, exists: Place['exists']): Packages['manager'] {
  const declared = manifest?.packageManager;
  const [, named] = /^(npm|pnpm|yarn|bun)@/.exec(typeof declared === 'string' ? declared : '') ?? [];
  if (named !== undefined) return named as Packages['manager'];
  if (exists('pnpm-lock.yaml')) return 'pnpm';
  if (exists('yarn.lock')) return 'yarn';
  return exists('bun.lock') || exists('bun.lockb') ? 'bun' : 'npm';
}

/** Whether the package is among the dependencies of package.json. */
export function dependsOn({ packages: { manifest } }: Place, name: string): boolean {
  return name in { ...manifest?.dependencies, ...manifest?.devDependencies };
}

/** The one command that makes contractgate-hook a dependency; without a package.json, a program of this machine. */
export function installCommand({ packages: { manager, manifest } }: Place): string {
  if (manifest === undefined) return 'npm install --global contractgate-hook';
  return (
    { npm: 'npm install --save-dev', pnpm: 'pnpm add --save-dev', yarn: 'yarn add --dev', bun: 'bun add --dev' }[
      manager
    ] + ' contractgate-hook'
  );
}

/** How a hook that does not have node_modules/.bin on its PATH runs the program; the hook stands in the root. */
export function programLine({ packages, exists }: Place): string {
  // Yarn's Plug'n'Play has no node_modules.
  if (packages.manager === 'yarn' && exists('.pnp.cjs')) return 'yarn contractgate-hook';
  return packages.manifest === undefined ? 'npx --yes contractgate-hook' : 'node_modules/.bin/contractgate-hook';
}

/** A command as people can run it: a program that only this repository has is not on their PATH. */
export function asRun({ exists }: Place, command: string): string {
  const [program = ''] = command.split(' ', 1);
  return exists(`node_modules/.bin/${program}`) ? `npx ${command}` : command;
}

/** A path as people write it: from the root where it is in it. */
export function shownPath({ root }: Pick<Place, 'root'>, path: string): string {
  const inside = relative(root, path);
  return inside.startsWith('..') ? path : inside.split(sep).join('/');
}

/** Whether a program of this name is in a folder of PATH. */
export function isOnPath({ environment, exists }: Place, program: string): boolean {
  return (environment['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && exists(join(folder, program)));
}
