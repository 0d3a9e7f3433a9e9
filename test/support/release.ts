import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { succeed } from './run-command.ts';
import { machineEnvironment } from './machine-environment.ts';

export const projectRoot: string = join(import.meta.dirname, '../..');

/** What a release of the working tree would be. The working tree itself is only read. */
export interface Release {
  /** A git repository that holds what a git tag holds, with this tag on it. */
  readonly checkout: string;
  readonly tag: string;
  /** What `npm publish` would upload, and the paths in it. */
  readonly tarball: string;
  readonly packedFiles: readonly string[];
  /** A folder where npm installed the tarball, and nothing else. */
  readonly consumer: string;
  /** A `node_modules` with the tarball, husky, lint-staged, lefthook and simple-git-hooks. */
  readonly userModules: string;
}

/** Makes a release in `folder`, with the project's own scripts; takes some seconds. */
export function makeRelease(folder: string): Release {
  const environment = machineEnvironment();
  const checkout = join(folder, 'checkout');
  const inCheckout = { cwd: checkout, environment };
  copyProject(checkout);
  symlinkSync(join(projectRoot, 'node_modules'), join(checkout, 'node_modules'));
  succeed('npm', ['run', '--silent', 'bundle'], inCheckout);
  succeed('npm', ['run', '--silent', 'compile'], inCheckout);
  const packed = succeed('npm', ['pack', '--json', '--pack-destination', folder], inCheckout);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: readonly { path: string }[] }];
  for (const built of ['node_modules', 'dist']) rmSync(join(checkout, built), { recursive: true });

  const tag = 'v0.0.0-test';
  const tarball = join(folder, basename(filename));
  return {
    checkout: commitRelease(checkout, tag),
    tag,
    tarball,
    packedFiles: files.map(({ path }) => path),
    consumer: install(join(folder, 'consumer'), [tarball]),
    userModules: join(install(join(folder, 'user'), [tarball, ...hookTools()]), 'node_modules'),
  };
}

/** The files that git has or would take. */
function copyProject(target: string): void {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = succeed('git', listing, { cwd: projectRoot, environment: machineEnvironment() });
  for (const path of new Set(listed.split('\0'))) {
    const source = join(projectRoot, path);
    if (path === '' || !existsSync(source)) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(source, join(target, path));
  }
}

function commitRelease(checkout: string, tag: string): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.hooksPath='];
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...who, 'commit', '--quiet', '--no-gpg-sign', '-m', 'A release'],
    ['tag', '--no-sign', tag],
  ]) {
    succeed('git', args, { cwd: checkout, environment: machineEnvironment() });
  }
  return checkout;
}

/** Installs packages with npm, as a user would, in a new folder. */
function install(folder: string, packages: readonly string[]): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  const quickly = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, environment: machineEnvironment() };
  succeed('npm', ['install', '--save-dev', ...quickly, ...packages], options);
  return folder;
}

/** In the versions that this project has itself, or for tests alone. */
function hookTools(): string[] {
  const own = ['husky', 'lint-staged'].map((name) => {
    const manifest = readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8');
    return `${name}@${(JSON.parse(manifest) as { version: string }).version}`;
  });
  return [...own, 'lefthook@2.2.2', 'simple-git-hooks@2.14.0', '@j178/prek@0.5.3'];
}
