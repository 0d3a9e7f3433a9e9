import type { Report } from '../check/report.ts';
import type { Position } from '../json-value.ts';
import { version } from '../version.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { fingerprints } from './fingerprint.ts';
import { printable, printableJson } from './printable.ts';
import { sarifRules } from './sarif-rules.ts';
import { summarize } from './summary.ts';
import { count, plural } from './words.ts';

/**
 * GitHub refuses a run with more:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const mostResults = 25_000;

const levels = { error: 'error', warning: 'warning', note: 'note' } as const;

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function* reportSarif(report: Report): Generator<string> {
  const { violations, findings } = summarize(report);
  const kept = report.checks.reduce((sum, check) => sum + check.violations.length, 0);
  const rules = sarifRules(report);
  const driver = { name: 'contractgate-hook', version, rules };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [invocation(report, violations + findings - Math.min(kept + findings, mostResults))],
    properties: { results: violations + findings },
  };
  const head = printableJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  });
  // The results are the last member of the run.
  yield `${head.slice(0, -'}]}'.length)},"results":[`;
  const fingerprintOf = fingerprints();
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  let written = 0;
  for (const entry of entriesOf({ ...report, problems: [] })) {
    if (written === mostResults) break;
    const result = {
      ruleId: entry.rule,
      ruleIndex: ruleIndex.get(entry.rule),
      ...resultOf(entry, fingerprintOf(entry)),
    };
    yield `${written++ === 0 ? '' : ','}\n${printableJson(result)}`;
  }
  yield '\n]}]}\n';
}

/** What could not be checked is no result of the analysis, but tells how far to trust it. */
function invocation(report: Report, leftOut: number): object {
  const problems = [...entriesOf({ ...report, checks: [], findings: [] })].map((entry) => ({
    level: 'error',
    descriptor: { id: entry.rule },
    message: message(entry),
    ...(entry.file !== undefined && { locations: [location(entry.file, entry)] }),
  }));
  const cut = {
    level: 'warning',
    descriptor: { id: 'results-left-out' },
    message: {
      text: `${plural(leftOut, 'more result')} left out: GitHub refuses a run with more than ${count(mostResults)}, and no file may fill the memory.`,
    },
  };
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: leftOut > 0 ? [...problems, cut] : problems,
  };
}

function resultOf(entry: Entry, { hash, number }: { readonly hash: string; readonly number: number }): object {
  const { severity, file = '', hint, violation } = entry;
  const related = relatedLocations(file, violation);
  return {
    level: levels[severity],
    message: message(entry),
    locations: [{ ...location(file, entry), ...(violation && { logicalLocations: [logicalLocation(violation)] }) }],
    ...(related.length > 0 && { relatedLocations: related }),
    // The first is what GitHub looks at; without it, it would make one of its own from the line.
    partialFingerprints: { primaryLocationLineHash: `${hash}:${number}`, 'contractgate/v1': `${hash}:${number}` },
    ...(hint !== undefined && { properties: { hint: printable(hint) } }),
  };
}

function relatedLocations(file: string, violation: Entry['violation']): object[] {
  const { contract, first } = violation?.place ?? {};
  return [
    ...(contract === undefined ? [] : [relatedLocation(contract.path, contract, 'the rule in the contract')]),
    ...(first === undefined ? [] : [relatedLocation(file, first.start, 'the event that has the value first')]),
  ];
}

function relatedLocation(file: string, { line, column }: Position, text: string): object {
  return { ...location(file, { line, column }), message: { text } };
}

function logicalLocation({ field, pointer }: NonNullable<Entry['violation']>): object {
  return { name: printable(field), fullyQualifiedName: printable(pointer), kind: 'element' };
}

function location(file: string, place: Pick<Entry, 'line' | 'column' | 'endLine' | 'endColumn'>): object {
  const { line, column, endLine, endColumn } = place;
  const region = {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
  const artifactLocation = { uri: relativeUri(file), uriBaseId: '%SRCROOT%' };
  return { physicalLocation: { artifactLocation, ...(line !== undefined && { region }) } };
}

/** A path from the root, which always has forward slashes; bytes of it that are not UTF-8 are escaped as they are. */
function relativeUri(path: string): string {
  return Array.from(path, (character) => {
    const unit = character.charCodeAt(0);
    if (character.length === 1 && unit >= 0xdc80 && unit <= 0xdcff)
      return `%${(unit - 0xdc00).toString(16).toUpperCase()}`;
    return character === '/' ? character : encodeURIComponent(character);
  }).join('');
}

/** `[text](target)` would be a link: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc141790719 */
function message({ message: sentence, hint }: Entry): { readonly text: string } {
  const text = printable((hint === undefined ? sentence : `${sentence} (${hint})`).replaceAll('\n', ' '));
  return { text: text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text };
}
