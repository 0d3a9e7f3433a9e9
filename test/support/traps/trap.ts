import type { RepositoryOptions, TemporaryRepository } from '../temporary-repository.ts';

/** A state of a repository, or a way to commit, that tools have been known to misread. */
export interface Trap {
  /** Several cases may share a number. */
  readonly number: number;
  readonly title: string;
  readonly options?: RepositoryOptions;
  /** Brings the repository to the point where the tool is run, and says how that comes about. */
  readonly build: (repository: TemporaryRepository) => Approach;
  readonly expectation: Expectation;
}

/** How the tool is come to. */
export interface Approach {
  /** Arguments of git that make the commit, which runs the hook; without them the tool is run by hand. */
  readonly commit?: readonly string[];
  /** Default: `pre-commit`. */
  readonly hook?: 'pre-commit' | 'pre-merge-commit';
  /** Where git commits, or the tool is run. Default: the repository's root. */
  readonly root?: string;
  /** A folder of `root` that the hook goes to, or in which the tool is run. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The content of a file, or what a path is instead. */
export type Staged = string | { readonly kind: 'deleted' | 'symlink' | 'gitlink' };

export interface Expectation {
  /** What is staged: every path, one character for each byte of the content. */
  readonly staged?: Readonly<Record<string, Staged>>;
  /** Files that did not change, read from the index by path. */
  readonly read?: Readonly<Record<string, string>>;
  /** Why it cannot be said what is staged. */
  readonly problem?: RegExp;
  readonly hint?: RegExp;
  /** Git runs no hook here: only a check of the range can see it. */
  readonly hookless?: true;
  /** What the command answers with: `fixtures/**` holds events of `contracts/event.yaml`. */
  readonly exitCode: 0 | 1 | 2;
}

export const CONFIG = `version: 1
mappings:
  - files: fixtures/**
    contract: contracts/event.yaml
`;
export const CONTRACT = `version: "1.0"
name: event
ontology:
  entities:
    - name: id
      type: integer
      required: true
`;
export const SEED = { 'contractgate-hook.yaml': CONFIG, 'contracts/event.yaml': CONTRACT };

/** Events of the contract, and one that breaks it. */
export const GOOD = '{"id":1}\n';
export const BETTER = '{"id":2}\n';
export const BAD = '{"id":"one"}\n';

/** A plain commit of what is staged. */
export const COMMIT: readonly string[] = ['commit', '--quiet', '-m', 'x'];
