import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { machineEnvironment } from './machine-environment.ts';
import { TemporaryFolder } from './temporary-folder.ts';

export interface GitOptions {
  /** Default: the repository's root. */
  readonly cwd?: string;
  readonly input?: string | Buffer;
  /** Added to the repository's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RepositoryOptions {
  /** `git init --object-format`. */
  readonly objectFormat?: 'sha1' | 'sha256';
}

/** A real git repository in a temporary folder, which no configuration of the user or the machine reaches. */
export class TemporaryRepository implements Disposable {
  /** The temporary folder: for what belongs beside the repository, such as a remote or a linked worktree. */
  readonly folder: string;
  readonly root: string;
  /** What git and the programs under test are to be run with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly #folder = new TemporaryFolder();

  constructor(options: RepositoryOptions = {}) {
    this.folder = this.#folder.path;
    this.root = join(this.folder, 'repository');
    this.environment = isolatedEnvironment(join(this.folder, 'home'));
    mkdirSync(this.root);
    mkdirSync(join(this.folder, 'home'));
    this.git('init', '--quiet', '--initial-branch=main', `--object-format=${options.objectFormat ?? 'sha1'}`);
  }

  /** Runs git in the root and gives what it wrote, without the last line end. Throws with git's words if it fails. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(options: GitOptions, ...args: string[]): string {
    return this.gitBytes(options, ...args)
      .toString('utf8')
      .replace(/\n$/, '');
  }

  gitBytes(options: GitOptions, ...args: string[]): Buffer {
    return execFileSync('git', args, {
      cwd: options.cwd ?? this.root,
      env: { ...this.environment, ...options.environment },
      input: options.input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 2 ** 30,
    });
  }

  /** Writes a file of the worktree; its folders are made. A path that is not UTF-8 is given as bytes. */
  write(path: string | Buffer, content: string | Buffer = ''): void {
    const place = this.#placeOf(path);
    mkdirSync(dirname(place.toString('latin1')), { recursive: true });
    writeFileSync(place, content);
  }

  /** Writes a file and stages it. */
  stage(path: string, content: string | Buffer = ''): void {
    this.write(path, content);
    this.git('add', '--force', '--', `:(literal)${path}`);
  }

  remove(path: string): void {
    rmSync(this.#placeOf(path), { recursive: true, force: true });
  }

  /** Writes files, stages everything and commits it; gives the commit's id. */
  commit(files: Readonly<Record<string, string | Buffer>> = {}, message = 'A commit'): string {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--no-verify', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Installs a hook: POSIX sh, without its first line. */
  hook(name: string, script: string, gitDir: string = join(this.root, '.git')): void {
    const place = join(gitDir, 'hooks', name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `#!/bin/sh\n${script}\n`);
    chmodSync(place, 0o755);
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }

  #placeOf(path: string | Buffer): string | Buffer {
    return typeof path === 'string' ? join(this.root, path) : Buffer.concat([Buffer.from(`${this.root}/`), path]);
  }
}

function isolatedEnvironment(home: string): Record<string, string> {
  return {
    ...machineEnvironment(),
    HOME: home,
    USERPROFILE: home,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
    GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
    LC_ALL: 'C',
  };
}
