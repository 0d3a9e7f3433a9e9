import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BETTER } from '../support/commit-cases.ts';
import { BAD, FIXTURE, UserRepository } from '../support/user-repository.ts';

const template = (path: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '../../templates', path), 'utf8'), { strict: true });

interface Workflow {
  readonly jobs: {
    readonly contractgate: { readonly steps: readonly { readonly if?: string; readonly run?: string }[] };
  };
}
interface Pipeline {
  readonly contractgate: {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly codequality: string } };
  };
}

/** The commands of GitHub's workflow for an event; `npm ci` has been run, as it were. */
function stepsFor(event: string): string[] {
  const { steps } = (template('github-actions/contractgate.yml') as Workflow).jobs.contractgate;
  const taken = steps.filter((step) => step.if === undefined || step.if === `github.event_name == '${event}'`);
  const lines = taken.flatMap(({ run }) => run ?? []);
  expect(lines[0]).toBe('npm ci');
  return lines.slice(1);
}

let repository: UserRepository;
/** What a job finds: a branch of its own, with the remote's branches beside it. */
let job: { cwd: string; commit: (content: string) => void };
beforeEach(() => {
  repository = new UserRepository();
  const cwd = join(repository.folder, 'job');
  repository.git('clone', '--quiet', repository.root, cwd);
  repository.setUp(`ln -s '${join(repository.root, 'node_modules')}' '${cwd}/node_modules'`);
  const git = (...args: string[]) => repository.gitWith({ cwd }, ...args);
  git('checkout', '--quiet', '-b', 'topic');
  job = {
    cwd,
    commit(content) {
      repository.write(`../job/${FIXTURE}`, content);
      git('add', FIXTURE);
      git('commit', '--quiet', '--no-verify', '-m', 'A change');
    },
  };
});
afterEach(() => repository[Symbol.dispose]());

describe('the GitHub Actions workflow', () => {
  test.each(['pull_request', 'push'])('on %s', (event) => {
    const environment = { ...repository.environment, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' };
    const steps = stepsFor(event);
    expect(steps).toHaveLength(1);
    const run = () => repository.run(steps.join('\n'), { cwd: job.cwd, environment });

    job.commit(BAD);
    const refused = run();
    expect(refused.output).toContain(`::error file=${FIXTURE},line=3,`);
    expect(refused.exitCode).toBe(1);

    job.commit(BETTER);
    const accepted = run();
    expect(accepted.output).not.toContain('::error');
    expect(accepted.exitCode, accepted.output).toBe(0);
  });
});

describe('the GitLab CI job', () => {
  test.each(['a merge request', 'the default branch'])('of %s', (pipeline) => {
    const { variables, script, artifacts } = (template('gitlab-ci/.gitlab-ci.yml') as Pipeline).contractgate;
    expect(script[0]).toBe('npm ci');
    const base = repository.git('rev-parse', 'main');
    const environment = {
      ...repository.environment,
      ...variables,
      GIT_DEPTH: '0',
      CI: 'true',
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: pipeline === 'a merge request' ? base : '',
    };
    const run = () => repository.run(script.slice(1).join('\n'), { cwd: job.cwd, environment });
    const findings = () =>
      JSON.parse(readFileSync(join(job.cwd, artifacts.reports.codequality), 'utf8')) as {
        location: { path: string };
      }[];

    job.commit(BAD);
    const refused = run();
    expect(refused.output).toContain(`${FIXTURE} breaks contracts/user_events.yaml`);
    expect(refused.exitCode).toBe(1);
    expect(findings()).toMatchObject([{ location: { path: FIXTURE } }]);

    job.commit(BETTER);
    const accepted = run();
    expect(accepted.exitCode, accepted.output).toBe(0);
    expect(findings()).toEqual([]);
  });
});
