import type { FoundKind, Report } from '../check/report.ts';
import { rules as lintRules } from '../lint/rules.ts';

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' };
}

/** The rules that have a result in a report, in the order of their names. */
export function sarifRules({ checks, findings }: Report): readonly SarifRule[] {
  const kinds = new Set<FoundKind>();
  for (const { violations } of checks) for (const { kind } of violations) kinds.add(kind);
  const names = new Set(findings.map(({ rule }) => rule));
  return [...[...kinds].sort().map(violationRule), ...[...names].sort().map(findingRule)];
}

function violationRule(id: FoundKind): SarifRule {
  return rule(id, descriptions[id], ours[id] ?? gatewaysHelp, 'error');
}

function findingRule(id: string): SarifRule {
  const summary = Object.entries(lintRules).find(([name]) => name === id)?.[1].summary ?? id;
  return rule(id, summary, `\`contractgate-hook lint --explain ${id}\` tells more.`, 'warning');
}

function rule(id: string, text: string, help: string, level: 'error' | 'warning'): SarifRule {
  return { id, shortDescription: { text }, help: { text: help }, defaultConfiguration: { level } };
}

const gatewaysHelp =
  'The gateway quarantines an event that breaks its contract. Mend the event, or change the contract with its users.';

/** What to do about what only a fixture can have. */
const ours: { readonly [kind in FoundKind]?: string } = {
  invalid_json: 'The gateway answers such a request with an error. Mend the text.',
  missing_event: 'Mend the file, or `select` in its mapping.',
  unexpected_pass: 'Mend the file so that its events fail, or take `expect: fail` off its mapping.',
  unexpected_violation: 'Mend the file so that its events fail as expected, or `kinds` and `fields` in its mapping.',
};

const descriptions: { readonly [kind in FoundKind]: string } = {
  missing_required_field: 'A field that the contract requires, or that a metric needs, is missing.',
  type_mismatch: 'A value is not of the type that the contract declares.',
  pattern_mismatch: 'A text does not match its pattern, or is no calendar date.',
  enum_violation: 'A value is not among those that the contract allows.',
  range_violation: 'A number is below the minimum or above the maximum.',
  length_violation: 'A text is too short or too long, in bytes of UTF-8.',
  metric_range_violation: 'The number of a metric is outside of its range.',
  unknown_field: 'A field is not known.',
  undeclared_field: 'In compliance mode, a top-level field that the contract does not declare is refused.',
  leakage_violation: 'An answer holds a field that the contract does not declare.',
  completeness_violation: 'A quality rule wants the field to be there and not empty.',
  freshness_violation: 'A timestamp is older than a quality rule allows, or in the future.',
  uniqueness_violation: 'A value that must be unique is there twice.',
  invalid_json: 'The text is nothing that the gateway could read.',
  missing_event: 'There is no event where the mapping looks for one.',
  unexpected_pass: 'An event of a negative fixture passes its contract.',
  unexpected_violation: 'An event of a negative fixture fails in another way than the mapping expects.',
};
