import type { StartedGits } from './process.ts';

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How git is run: where, with which inherited environment, and for how long at most. */
export interface Git {
  /** The root of the worktree: git's working directory. */
  readonly root: string;
  /** Inherited whole: in a hook, `GIT_INDEX_FILE` names the index that the commit is made from. */
  readonly environment: Environment;
  /** Milliseconds that git may stay silent, or a command without input may take. */
  readonly timeLimit: number;
  /** What was started before anybody asked for it. */
  readonly started?: StartedGits;
}

/** https://git-scm.com/docs/git#_environment_variables */
const ADDED: Environment = {
  // Never take a lock, never refresh the index on the side.
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  // `git replace` must not stand in for what is committed.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_TERMINAL_PROMPT: '0',
  // Git's words are matched and quoted: in English.
  LC_ALL: 'C',
  // For whatever git itself starts on Windows; see executable.ts.
  NoDefaultCurrentDirectoryInExePath: '1',
};

// The pathspec variables cannot be combined with GIT_LITERAL_PATHSPECS: git dies.
const REMOVED = ['GIT_EXTERNAL_DIFF', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'];

/**
 * Neither ask the user's monitor of the worktree, which may be wrong, nor start git's own, which would stay
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-GITCONFIGCOUNT).
 */
function withoutMonitor({ GIT_CONFIG_COUNT: inherited }: Environment): Environment {
  const count = inherited === undefined || inherited === '' ? 0 : Number(inherited);
  // Git will say what is wrong with it.
  if (!Number.isSafeInteger(count) || count < 0) return {};
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: 'core.fsmonitor',
    [`GIT_CONFIG_VALUE_${count}`]: 'false',
  };
}

/** What git is given: everything inherited, and the settings that make it read-only and predictable. */
export function gitEnvironment(inherited: Environment): Record<string, string | undefined> {
  const environment: Record<string, string | undefined> = { ...inherited, ...ADDED, ...withoutMonitor(inherited) };
  for (const name of REMOVED) delete environment[name];
  return environment;
}
