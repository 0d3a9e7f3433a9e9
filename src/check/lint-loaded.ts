import { lintContract } from '../lint/lint-contract.ts';
import type { LoadedContract } from './load-contracts.ts';
import type { LintFinding } from './report.ts';

/** The findings on some contracts; `strict` takes warnings for errors. */
export function lintLoaded(contracts: Iterable<LoadedContract>, strict = false): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const { path, contract, text } of contracts) {
    for (const { rule, severity, message, start, end } of lintContract(contract, text)) {
      findings.push({
        file: path,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        rule,
        severity: strict && severity === 'warning' ? 'error' : severity,
        message,
      });
    }
  }
  return findings;
}
