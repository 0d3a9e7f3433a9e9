import type { FieldType } from '../contract/contract.ts';
import type { JsonValue } from '../json-value.ts';
import { debugText } from './debug-text.ts';
import { jsonText } from './json-text.ts';
import { jsonTypeName } from './json-type.ts';
import { displayNumber } from './number-text.ts';
import type { Breach, Violation, ViolationKind, WrapperProblem } from './violation.ts';

/** The gateway's kind for each rule. */
const kinds: { readonly [rule in Exclude<Breach['rule'], 'wrapper'>]: ViolationKind } = {
  root: 'type_mismatch',
  required: 'missing_required_field',
  type: 'type_mismatch',
  min_length: 'length_violation',
  max_length: 'length_violation',
  pattern: 'pattern_mismatch',
  date: 'pattern_mismatch',
  min: 'range_violation',
  max: 'range_violation',
  enum: 'enum_violation',
  metric: 'missing_required_field',
  metric_min: 'metric_range_violation',
  metric_max: 'metric_range_violation',
  absent: 'completeness_violation',
  empty: 'completeness_violation',
  timestamp: 'freshness_violation',
  age: 'freshness_violation',
  unique: 'uniqueness_violation',
  undeclared: 'undeclared_field',
};

const missingInWrapper: ReadonlySet<WrapperProblem> = new Set([
  'success_missing',
  'pagination_missing',
  'records_missing',
]);

/** Rust's `{:?}` of `FieldType`. */
const typeNames: { readonly [type in FieldType]: string } = {
  string: 'String',
  integer: 'Integer',
  float: 'Float',
  boolean: 'Boolean',
  object: 'Object',
  array: 'Array',
  any: 'Any',
  date: 'Date',
};

export function typeName(type: FieldType): string {
  return typeNames[type];
}

export function violationOf(breach: Breach): Violation {
  return { field: breach.field, kind: kindOf(breach), message: messageOf(breach) };
}

export function kindOf(breach: Breach): ViolationKind {
  if (breach.rule !== 'wrapper') return kinds[breach.rule];
  return missingInWrapper.has(breach.problem) ? 'missing_required_field' : 'type_mismatch';
}

/** The only place with wording: each sentence is the gateway's own (src/validation.rs), byte for byte. */
export function messageOf(breach: Breach): string {
  const { field } = breach;
  switch (breach.rule) {
    case 'root':
      return 'Event must be a JSON object';
    case 'required':
      return `Required field '${breach.name}' is missing`;
    case 'type':
      return `Field '${field}' expected type ${typeNames[breach.expected]}, got ${jsonTypeName(breach.value)}`;
    case 'min_length':
      return `Field '${field}' length ${breach.length} is below minimum ${breach.limit}`;
    case 'max_length':
      return `Field '${field}' length ${breach.length} exceeds maximum ${breach.limit}`;
    case 'pattern':
      return `Field '${field}' value ${debugText(breach.value)} does not match required pattern`;
    case 'date':
      return `Field '${field}' value ${debugText(breach.value)} is not a valid calendar date (expected YYYY-MM-DD)`;
    case 'min':
      return `Field '${field}' value ${numberText(breach.value)} is below minimum ${displayNumber(breach.limit)}`;
    case 'max':
      return `Field '${field}' value ${numberText(breach.value)} exceeds maximum ${displayNumber(breach.limit)}`;
    case 'enum':
      return `Field '${field}' value ${jsonText(breach.value)} not in allowed set: [${allowedText(breach.allowed)}]`;
    case 'metric':
      return `Metric '${breach.metric}' field '${field}' is missing or not numeric`;
    case 'metric_min':
      return `Metric '${breach.metric}' value ${numberText(breach.value)} is below minimum ${displayNumber(breach.limit)} (field: '${field}')`;
    case 'metric_max':
      return `Metric '${breach.metric}' value ${numberText(breach.value)} exceeds maximum ${displayNumber(breach.limit)} (field: '${field}')`;
    case 'absent':
      return `Quality completeness: field '${field}' is absent or null`;
    case 'empty':
      return `Quality completeness: field '${field}' is an empty string`;
    case 'timestamp':
      return `Quality freshness: field '${field}' is not a numeric Unix timestamp`;
    case 'age':
      return `Quality freshness: field '${field}' timestamp is ${breach.age}s old (max ${breach.limit}s)`;
    case 'unique':
      return `Quality uniqueness: duplicate value ${debugText(jsonText(breach.value))} for field '${field}' in batch`;
    case 'undeclared':
      return `Field '${field}' is not declared in the contract ontology. Compliance mode rejects undeclared fields.`;
    case 'wrapper':
      return wrapperMessage(breach.problem, field, jsonTypeName(breach.value));
  }
}

function numberText(value: number | string): string {
  return typeof value === 'number' ? displayNumber(value) : value;
}

/** `validate_envelope_batch`; a pagination key is named without its `pagination.` prefix. */
function wrapperMessage(problem: WrapperProblem, field: string, got: string): string {
  const key = field.replace('pagination.', '');
  switch (problem) {
    case 'payload':
      return 'Envelope payload must be a JSON object';
    case 'success_missing':
      return `Wrapper field '${field}' is missing`;
    case 'success_type':
      return `Wrapper field '${field}' must be boolean, got ${got}`;
    case 'pagination_type':
      return `Wrapper field '${field}' must be an object, got ${got}`;
    case 'pagination_missing':
      return `Wrapper pagination field '${key}' is missing`;
    case 'pagination_number':
      return `Wrapper pagination field '${key}' must be a number, got ${got}`;
    case 'has_more_type':
      return `Wrapper pagination field '${key}' must be boolean, got ${got}`;
    case 'records_missing':
      return `Envelope key '${field}' is missing`;
    case 'records_type':
      return `Envelope key '${field}' must be an array, got ${got}`;
  }
}

/** Rendered once per `enum`, however many events break it. */
const allowedTexts = new WeakMap<readonly JsonValue[], string>();

function allowedText(allowed: readonly JsonValue[]): string {
  let text = allowedTexts.get(allowed);
  if (text === undefined) {
    text = allowed.map(jsonText).join(', ');
    allowedTexts.set(allowed, text);
  }
  return text;
}
