import type { CheckResult, FoundViolation, Hint, LintFinding, Report, ViolationPlace } from '../check/report.ts';
import type { Shard } from '../check/shard.ts';
import type { Problem } from '../problem.ts';

/** A report in the format `json` as it is read back; what it leaves out (frames, notes) is gone. */
export type ReadReport =
  | { readonly ok: true; readonly report: Report; readonly version: string }
  /** Why the text is none: the end of a sentence. */
  | { readonly ok: false; readonly reason: string };

/** As json.ts writes it. */
interface JsonReport {
  readonly schemaVersion: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly snapshot: string;
  readonly shard?: Shard;
  readonly summary: { readonly linted: number; readonly durationMs: number };
  readonly checks: readonly JsonCheck[];
  readonly problems: readonly Problem[];
  readonly lint: readonly LintFinding[];
}

interface JsonCheck extends Omit<CheckResult, 'violations' | 'locate'> {
  readonly violations: readonly JsonViolation[];
}

interface JsonViolation extends FoundViolation {
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly pointer?: string;
  readonly contractFile?: string;
  readonly contractLine?: number;
  readonly contractColumn?: number;
  readonly hint?: Hint;
  readonly first?: { readonly record: number; readonly line: number; readonly column: number };
}

export function readReport(text: string): ReadReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'is not JSON' };
  }
  if (!isReport(value)) return { ok: false, reason: 'is not a report in the format json' };
  if (value.schemaVersion !== 1) return { ok: false, reason: `has the schema version ${value.schemaVersion}, not 1` };
  const { snapshot, shard, summary, checks, problems, lint, tool } = value;
  const report: Report = {
    snapshot,
    ...(shard && { shard }),
    checks: checks.map(checkOf),
    problems,
    linted: summary.linted,
    findings: lint,
    notes: [],
    durationMs: summary.durationMs,
  };
  return { ok: true, report, version: tool.version };
}

/** By its outline: what has it was written by this program. */
function isReport(value: unknown): value is JsonReport {
  const { tool, summary, snapshot, checks, problems, lint } = (value ?? {}) as Partial<JsonReport>;
  return (
    tool?.name === 'contractgate-hook' &&
    typeof tool.version === 'string' &&
    typeof snapshot === 'string' &&
    typeof summary?.linted === 'number' &&
    [checks, problems, lint].every((list) => Array.isArray(list)) &&
    (checks ?? []).every(({ file, violations }) => typeof file === 'string' && Array.isArray(violations))
  );
}

function checkOf({ violations: found, ...check }: JsonCheck): CheckResult {
  const places = new Map<FoundViolation, ViolationPlace | undefined>();
  const violations = found.map((one): FoundViolation => {
    const { field, kind, message, record } = one;
    const violation = { field, kind, message, record };
    places.set(violation, placeOf(one, check.contract));
    return violation;
  });
  const locate = (some: readonly FoundViolation[]): readonly ViolationPlace[] =>
    some.map((violation) => places.get(violation) ?? nowhere);
  return { ...check, violations, locate };
}

const nowhere: ViolationPlace = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, path: [] };

function placeOf(violation: JsonViolation, judge: string): ViolationPlace | undefined {
  const { line, column, endLine = line, endColumn = column, pointer = '', hint, first } = violation;
  const { contractFile: path = judge, contractLine, contractColumn } = violation;
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return undefined;
  return {
    start: { line, column },
    end: { line: endLine, column: endColumn },
    path: pointer.split('/').slice(1).map(unescaped),
    ...(contractLine !== undefined &&
      contractColumn !== undefined && { contract: { path, line: contractLine, column: contractColumn } }),
    ...(hint && { hint }),
    ...(first && { first: { record: first.record, start: { line: first.line, column: first.column } } }),
  };
}

/** RFC 6901 */
function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
