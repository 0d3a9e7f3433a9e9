import type { Report } from '../check/report.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { fingerprints } from './fingerprint.ts';
import { printable, printableJson } from './printable.ts';
import { plural } from './words.ts';

const severities = { error: 'major', warning: 'minor', note: 'info' } as const;

/** GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function* reportGitlab(report: Report): Generator<string> {
  const fingerprintOf = fingerprints();
  let before = '[';
  for (const entry of issues(report)) {
    yield `${before}\n  ${printableJson(issueOf(entry, fingerprintOf(entry)))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** Of violations that are counted only, one for each kind on each field of a file. */
function* issues(report: Report): Generator<Entry> {
  yield* entriesOf(report);
  for (const { file, omitted = [] } of report.checks) {
    for (const { kind, field, violations } of omitted) {
      const message = `${field}: ${plural(violations, 'more violation')}`;
      yield { severity: 'error', rule: kind, of: 'violation', file, message };
    }
  }
}

function issueOf(entry: Entry, { hash, number }: { readonly hash: string; readonly number: number }): object {
  const { severity, rule, of, file, line = 1, message, hint, violation } = entry;
  const text = hint === undefined ? message : `${message} (${hint})`;
  return {
    description: printable(violation === undefined ? text : `${violation.field}: ${text}`.replace(/^<root>: /, '')),
    check_name: rule,
    // No two of a report may be the same: GitLab shows one of them only.
    fingerprint: number === 1 ? hash : `${hash}-${number}`,
    severity: of === 'problem' ? 'critical' : severities[severity],
    // GitLab leaves out what has no path.
    location: { path: file ?? 'contractgate-hook.yaml', lines: { begin: line } },
  };
}
