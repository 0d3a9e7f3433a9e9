import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TemporaryRepository } from './temporary-repository.ts';
import type { Approach } from './traps/trap.ts';

export interface Sprung {
  /** The command was run at all. */
  readonly ran: boolean;
  /** Exit code of the command. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a shell command as the approach has it: as the hook of a real commit, or by hand. */
export function springTrap(repository: TemporaryRepository, approach: Approach, command: string): Sprung {
  const root = approach.root ?? repository.root;
  const result = (name: string) => join(repository.folder, name);
  // In a file, for git has its own exit code and its own words.
  const recorded = `${command} >'${result('stdout')}' 2>'${result('stderr')}'; code=$?; echo $code >'${result('code')}'; exit $code`;
  const script = approach.folder === undefined ? recorded : `cd '${approach.folder}' || exit 99\n${recorded}`;
  const environment = { ...repository.environment, ...approach.environment };

  if (approach.commit === undefined) {
    const cwd = join(root, approach.folder ?? '.');
    spawnSync('sh', ['-c', recorded], { cwd, env: environment });
  } else {
    const place = repository.gitWith({ cwd: root }, ...gitDirOf(approach.commit), 'rev-parse', '--git-common-dir');
    repository.hook(approach.hook ?? 'pre-commit', script, resolve(root, place));
    spawnSync('git', approach.commit, { cwd: root, env: environment });
  }
  const read = (name: string) => (existsSync(result(name)) ? readFileSync(result(name), 'utf8') : '');
  const code = read('code');
  return {
    ran: code !== '',
    exitCode: code === '' ? undefined : Number(code),
    stdout: read('stdout'),
    stderr: read('stderr'),
  };
}

function gitDirOf(commit: readonly string[]): readonly string[] {
  return commit.filter((argument) => argument.startsWith('--git-dir='));
}
