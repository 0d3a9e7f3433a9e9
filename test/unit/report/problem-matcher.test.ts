import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { render } from '../../support/render-report.ts';
import { sharedReport } from './shared-report.ts';

interface Matcher {
  severity: string;
  pattern: [{ regexp: string; file: number; line: number; column: number; code: number; message: number }];
}

const file = new URL('../../../templates/github-actions/problem-matcher.json', import.meta.url);
const { problemMatcher } = JSON.parse(readFileSync(file, 'utf8')) as { problemMatcher: Matcher[] };

/** What GitHub makes of a line: the last matcher that fits. */
function matched(line: string): (string | undefined)[] | undefined {
  for (const { severity, pattern } of problemMatcher) {
    const [{ regexp, ...groups }] = pattern;
    const found = new RegExp(regexp).exec(line);
    if (found === null) continue;
    return [
      severity,
      found[groups.file],
      found[groups.line],
      found[groups.column],
      found[groups.code],
      found[groups.message],
    ];
  }
  return undefined;
}

it('finds the place of every line of --format concise that has one', async () => {
  const lines = (await render(await sharedReport(), 'concise')).trimEnd().split('\n');
  const [nowhere, found] = [
    lines.filter((line) => matched(line) === undefined),
    lines.flatMap((line) => [matched(line)]),
  ];
  expect(nowhere).toEqual([expect.stringMatching(/^fixtures\/large.csv: could-not-check\/fixture problem: /)]);
  expect(found).toContainEqual([
    'error',
    'fixtures/new order.json',
    '3',
    '13',
    'enum_violation',
    expect.stringMatching(/^status: Field 'status' value "On Hold" not in allowed set/),
  ]);
});

it('takes warnings of lint for warnings', () => {
  expect(matched('c/a.yaml:5:31: unknown-key warning: `patern` is not a key: at all')).toEqual([
    'warning',
    'c/a.yaml',
    '5',
    '31',
    'unknown-key',
    '`patern` is not a key: at all',
  ]);
});
