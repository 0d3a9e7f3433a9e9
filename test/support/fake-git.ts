import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TemporaryRepository } from './temporary-repository.ts';

/**
 * An environment in which `git` is this POSIX sh script. `$command` is git's first argument, and `real` runs the git that
 * would have been run.
 */
export function fakeGit(repository: TemporaryRepository, script: string): Record<string, string> {
  const path = repository.environment['PATH'] ?? '';
  const place = join(repository.folder, 'git');
  const lines = ['#!/bin/sh', 'command=$1', `real() { PATH='${path}' exec git "$@"; }`, script];
  writeFileSync(place, `${lines.join('\n')}\n`);
  chmodSync(place, 0o755);
  return { ...repository.environment, PATH: `${repository.folder}${delimiter}${path}` };
}
