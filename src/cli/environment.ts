import type { Killable } from '../event-loop.ts';
import type { Git } from '../git/environment.ts';

/** Where a run reads from and writes to; `bin.ts` fills it from the process, tests from what they like. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The repository of `cwd`, where it was looked for already. */
  readonly git?: Git | undefined;
  /** Where the compiled program is kept. */
  readonly compiledFolder?: string | undefined;
  /** The folder of this package, with `hooks` and `templates` in it; it ends in `/`. */
  readonly packageFolder: URL;
  /** `v20.20.2`, where it is to be looked at. */
  readonly nodeVersion?: string;
  readonly killable?: Killable;
  /** Puts a question to the person at the terminal; absent where there is none. */
  readonly ask?: (question: string) => Promise<string>;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** The terminal's width. */
  readonly columns?: number | undefined;
}

/** 0: everything selected was checked and holds. 1: violations. 2: could not check. 130: interrupted (bin.ts). */
export type ExitCode = 0 | 1 | 2;

/** Whether a commit is being made or rehearsed: git tells its hooks of the index, the pre-commit framework of itself. */
export function isHook({ env }: Pick<Environment, 'env'>): boolean {
  return (env['GIT_INDEX_FILE'] ?? env['PRE_COMMIT']) !== undefined;
}
