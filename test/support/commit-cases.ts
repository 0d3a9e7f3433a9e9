import { BAD, FIXTURE, GOOD, eventWith } from './user-repository.ts';
import type { UserRepository } from './user-repository.ts';

/** A way in which people commit. */
export interface CommitCase {
  readonly title: string;
  /** Brings the repository to where the commit would hold `content` as `FIXTURE`. */
  readonly prepare: (repository: UserRepository, content: string) => void;
  /** A line of shell. */
  readonly commit: string;
  /** Where it is run, from the root. */
  readonly folder?: string;
}

export const COMMIT_CASES: readonly CommitCase[] = [
  {
    title: 'git commit',
    prepare: (repository, content) => repository.stage(FIXTURE, content),
    commit: 'git commit -m x',
  },
  {
    title: 'git commit, with other content in the worktree',
    prepare: (repository, content) => {
      repository.stage(FIXTURE, content);
      repository.write(FIXTURE, oppositeOf(content));
    },
    commit: 'git commit -m x',
  },
  {
    title: 'git commit -a',
    prepare: (repository, content) => repository.write(FIXTURE, content),
    commit: 'git commit -a -m x',
  },
  {
    title: 'git commit -- path, with another file staged',
    prepare: (repository, content) => {
      repository.write(FIXTURE, content);
      repository.stage('fixtures/user_events/other.json', oppositeOf(content));
    },
    commit: `git commit -m x -- ${FIXTURE}`,
  },
  {
    title: 'git commit in a subfolder',
    prepare: (repository, content) => repository.stage(FIXTURE, content),
    commit: 'git commit -m x',
    folder: 'fixtures/user_events',
  },
];

/** Events that hold, other than those of the first commit. */
export const BETTER: string = eventWith(2.5);

function oppositeOf(content: string): string {
  return content === BAD ? GOOD : BAD;
}
