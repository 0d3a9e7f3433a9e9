import type { Report } from '../check/report.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { fingerprints } from './fingerprint.ts';
import { printable, printableJson } from './printable.ts';

const severities = { error: 'major', warning: 'minor', note: 'info' } as const;

/** GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function* reportGitlab(report: Report): Generator<string> {
  const fingerprintOf = fingerprints();
  let before = '[';
  for (const entry of entriesOf(report)) {
    yield `${before}\n  ${printableJson(issueOf(entry, fingerprintOf(entry)))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
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
