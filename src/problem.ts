/**
 * Why something could not be judged (exit code 2), as opposed to a violation.
 *
 * `message` is one sentence without its place; `hint` says what to do. Lines and columns are 1-based.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
}

type ProblemCode =
  /** The command line. */
  | 'usage'
  /** The mapping file: missing, unreadable, or not as its schema says. */
  | 'config'
  /** A mapped contract: missing, unreadable, or refused by the gateway. */
  | 'contract'
  /** A fixture that cannot be judged: a Git LFS pointer, too large, not a file. */
  | 'fixture'
  /** Git, or the file system. */
  | 'snapshot'
  /** Nothing was selected where that cannot be meant. */
  | 'empty'
  /** A report could not be written to its file. */
  | 'output'
  /** The gateway could not be asked, or has refused. */
  | 'gateway';
