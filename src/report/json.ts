import type { CheckResult, FoundViolation, Report, ViolationPlace } from '../check/report.ts';
import { version } from '../version.ts';
import { located } from './located.ts';
import { hintText } from './hint-text.ts';
import { jsonPointer } from './json-pointer.ts';
import { printableJson } from './printable.ts';
import { summarize } from './summary.ts';

/**
 * One JSON object, as templates/schemas/report.json describes it, in pieces: one text of all of it could be longer than a
 * JavaScript string may be.
 */
export function* reportJson(report: Report): Generator<string> {
  const { snapshot, shard, checks, problems, findings } = report;
  const head = {
    schemaVersion: 1,
    tool: { name: 'contractgate-hook', version },
    snapshot,
    ...(shard && { shard }),
    summary: summarize(report),
  };
  yield `${withoutEnd(printableJson(head, 2), '\n}')},\n  "checks": `;
  yield* list(checks.map(checkJson), '  ');
  yield `,\n  "problems": `;
  yield* list(problems.map(simple), '  ');
  yield `,\n  "lint": `;
  yield* list(findings.map(simple), '  ');
  yield '\n}\n';
}

/** Text of one value, written a level deeper at each call of itself. */
type Written = (indent: string) => Iterable<string>;

function simple(value: object): Written {
  return function* (indent) {
    yield indented(printableJson(value, 2), indent);
  };
}

function checkJson(check: CheckResult): Written {
  const { violations, locate: _, ...rest } = check;
  return function* (indent) {
    yield `${withoutEnd(indented(printableJson(rest, 2), indent), `\n${indent}}`)},\n${indent}  "violations": `;
    yield violations.length === 0 ? '[]' : '[';
    let comma = '';
    for (const [violation, place] of located(check)) {
      const text = printableJson(violationJson(violation, place, rest.contract), 2);
      yield `${comma}\n${indent}    ${indented(text, `${indent}    `)}`;
      comma = ',';
    }
    yield violations.length === 0 ? `\n${indent}}` : `\n${indent}  ]\n${indent}}`;
  };
}

function* list(items: readonly Written[], indent: string): Generator<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '[' : ','}\n${indent}  `;
    yield* item(`${indent}  `);
  }
  yield `\n${indent}]`;
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, -end.length);
}

function violationJson(violation: FoundViolation, place: ViolationPlace, judge: string): object {
  const { field, kind, message, record } = violation;
  return { field, kind, message, record, ...placeJson(place, judge) };
}

/** `judge`: the contract of the check; with `resolution: fallback`, another one may have found the violation. */
function placeJson({ start, end, path, contract, hint, first }: ViolationPlace, judge: string): object {
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    pointer: jsonPointer(path),
    ...(contract && { contractLine: contract.line, contractColumn: contract.column }),
    ...(contract && contract.path !== judge && { contractFile: contract.path }),
    ...(hint && { hint: { ...hint, text: hintText(hint) } }),
    ...(first && { first: { record: first.record, line: first.start.line, column: first.start.column } }),
  };
}
