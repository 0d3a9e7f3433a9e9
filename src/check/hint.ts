import type { Contract, Field } from '../contract/contract.ts';
import { Float } from '../json-value.ts';
import type { JsonPath, JsonValue } from '../json-value.ts';
import { closest } from '../nearest.ts';
import { isCalendarDate } from '../validation/checks/date.ts';
import { jsonText } from '../validation/json-text.ts';
import type { Breach } from '../validation/violation.ts';
import type { Hint } from './report.ts';

export interface HintContext {
  readonly contract: Contract;
  /** The path of what the breach is about, from the event down. */
  readonly path: JsonPath;
  /** The names of the members that stand, or could stand, beside it. */
  readonly siblings: readonly string[];
  /** The value must not be shown, so nothing may be said that follows from it. */
  readonly secret: boolean;
}

/** What would certainly mend a breach; undefined where that is anybody's guess. */
export function hintFor(breach: Breach, context: HintContext): Hint | undefined {
  const field = fieldAt(context.contract, context.path);
  switch (breach.rule) {
    case 'required':
      return misspeltKey(breach.name, context);
    case 'undeclared':
      return missingKey(breach.field, context);
    case 'type':
      return typeHint(breach.expected, breach.value, field, context.secret);
    case 'enum':
      return context.secret ? undefined : rememberedEnumHint(breach.value, breach.allowed);
    case 'date':
      return context.secret ? undefined : dateHint(breach.value);
    case 'min':
    case 'max':
    case 'metric_min':
    case 'metric_max':
      return context.secret || typeof breach.value === 'string' ? undefined : unitHint(breach.value, field);
    case 'age':
      return ageHint(breach.age);
    case 'metric':
      return metricHint(breach.metric, field, context);
    case 'absent':
      return misspeltKey(String(context.path.at(-1)), context) ?? optional(field, { code: 'completeness_requires' });
    default:
      return undefined;
  }
}

function metricHint(about: string, field: Field | undefined, context: HintContext): Hint | undefined {
  return misspeltKey(String(context.path.at(-1)), context) ?? optional(field, { code: 'metric_requires', about });
}

function optional(field: Field | undefined, hint: Hint): Hint | undefined {
  return field?.required === false ? hint : undefined;
}

/** The event has a key that the contract does not know, and that is spelt nearly like the missing one. */
function misspeltKey(missing: string, { contract, path, siblings }: HintContext): Hint | undefined {
  if (siblings.includes(missing)) return undefined;
  const declared = new Set(fieldsBeside(contract, path).map(({ name }) => name));
  const about = closest(
    missing,
    siblings.filter((name) => !declared.has(name)),
  );
  return about === undefined ? undefined : { code: 'misspelt_key', about, suggestion: missing };
}

/** The same, seen from the key: only a name that the event lacks can be meant. */
function missingKey(about: string, { contract, path, siblings }: HintContext): Hint | undefined {
  const names = fieldsBeside(contract, path).map(({ name }) => name);
  const suggestion = closest(
    about,
    names.filter((name) => !siblings.includes(name)),
  );
  return suggestion === undefined ? undefined : { code: 'missing_key', about, suggestion };
}

/** The sentence names the type of the value, so that is all that may follow from one that is secret. */
function typeHint(
  expected: Field['type'],
  value: JsonValue,
  field: Field | undefined,
  secret: boolean,
): Hint | undefined {
  if (value === null) return optional(field, { code: 'null_as_absent' });
  if (secret) return expected === 'string' && isPlain(value) ? { code: 'quote' } : undefined;
  if (expected === 'integer' && value instanceof Float && Number.isSafeInteger(value.value)) {
    return { code: 'whole_number', suggestion: Object.is(value.value, -0) ? '0' : String(value.value) };
  }
  if (expected === 'integer' && value instanceof Float && Math.abs(value.value) >= 2 ** 63) {
    return { code: 'beyond_integer' };
  }
  if (typeof value === 'string') {
    const written = { integer: /^-?(0|[1-9]\d{0,17})$/, float: jsonNumber, boolean: /^(true|false)$/ };
    const isMeant = Object.hasOwn(written, expected) && written[expected as keyof typeof written].test(value);
    return isMeant ? { code: 'unquote', suggestion: value } : undefined;
  }
  if (expected === 'string' && isPlain(value)) return { code: 'quote', suggestion: `"${jsonText(value)}"` };
  return undefined;
}

/** A number or a boolean. */
function isPlain(value: JsonValue): boolean {
  return value instanceof Float || !['string', 'object'].includes(typeof value);
}

const jsonNumber = /^-?(0|[1-9]\d{0,17})(\.\d{1,18})?([eE][+-]?\d{1,2})?$/;

function enumHint(value: JsonValue, allowed: readonly JsonValue[]): Hint | undefined {
  const same = allowed.find((one) => typeof one !== typeof value && plainText(one) === plainText(value));
  if (same !== undefined) return { code: typeof value === 'string' ? 'unquote' : 'quote', suggestion: jsonText(same) };
  if (typeof value !== 'string') return undefined;
  const words = allowed.filter((one) => typeof one === 'string');
  const folded = words.find((word) => fold(word) === fold(value));
  if (folded !== undefined) return { code: 'case_or_space', suggestion: jsonText(folded) };
  const near = closest(value, words);
  return near === undefined ? undefined : { code: 'nearest_value', suggestion: jsonText(near) };
}

/** What was said last of an enum: thousands of events may have one wrong value. */
const lastEnumHints = new WeakMap<
  readonly JsonValue[],
  { readonly value: JsonValue; readonly hint: Hint | undefined }
>();

function rememberedEnumHint(value: JsonValue, allowed: readonly JsonValue[]): Hint | undefined {
  const last = lastEnumHints.get(allowed);
  if (last !== undefined && last.value === value) return last.hint;
  const hint = enumHint(value, allowed);
  lastEnumHints.set(allowed, { value, hint });
  return hint;
}

function plainText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  return value === null || typeof value === 'object' ? undefined : jsonText(value);
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function dateHint(value: string): Hint | undefined {
  const [, day = ''] = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ].*|\s+)$/s.exec(value) ?? [];
  return isCalendarDate(day) ? { code: 'date_only', suggestion: jsonText(day) } : undefined;
}

/** Unix seconds of the years 2001 to 2286 have ten digits, milliseconds thirteen. */
function unitHint(value: number, field: Field | undefined): Hint | undefined {
  if (field === undefined || !Number.isInteger(value)) return undefined;
  const { min = -Infinity, max = Infinity } = field;
  const fits = (other: number): boolean => other >= min && other <= max;
  if (value > max && value >= 1e12 && value < 1e13 && fits(Math.floor(value / 1000))) {
    return { code: 'milliseconds', suggestion: String(Math.floor(value / 1000)) };
  }
  if (value < min && min >= 1e11 && value >= 1e9 && value < 1e10 && fits(value * 1000)) {
    return { code: 'seconds', suggestion: String(value * 1000) };
  }
  return undefined;
}

/** The gateway takes milliseconds up to 1700000000000 for seconds: then the event lies tens of thousands of years ahead. */
function ageHint(age: bigint): Hint | undefined {
  return age < -100_000_000_000n ? { code: 'milliseconds' } : undefined;
}

/** The field that a path leads to, as the contract declares it. */
function fieldAt({ entities }: Contract, path: JsonPath): Field | undefined {
  let fields: readonly Field[] = entities;
  let field: Field | undefined;
  for (const step of path) {
    field = typeof step === 'number' ? field?.items : fields.find(({ name }) => name === step);
    fields = field?.properties ?? [];
  }
  return field;
}

/** The fields that are declared beside the one at a path. */
function fieldsBeside(contract: Contract, path: JsonPath): readonly Field[] {
  return path.length === 1 ? contract.entities : (fieldAt(contract, path.slice(0, -1))?.properties ?? []);
}
