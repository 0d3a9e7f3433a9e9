import type { IdleMapping } from '../mapping/idle.ts';
import type { RepoPath } from '../snapshot/snapshot.ts';

/** What is the matter with a mapping that decides no file, after its globs: `matches no file`. */
export function idleText({ lateAfter, folder }: IdleMapping, configPath: RepoPath): string {
  if (lateAfter !== undefined) {
    const { line, column } = lateAfter.at;
    return `decides no file: an earlier one (${configPath}:${line}:${column}) matches all of them first`;
  }
  return folder === undefined
    ? 'matches no file'
    : `matches no file: ${folder} is a folder; write ${folder}/** for what is in it`;
}
